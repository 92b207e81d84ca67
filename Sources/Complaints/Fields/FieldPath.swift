/// Where a field stands, from the outermost map inwards; resolved once where a rule asks every case.
struct FieldPath: Sendable {
  /// As messages name it: `closure.applied`.
  let text: String
  let indices: [Int]

  /// - Returns: `nil` if there is no such field.
  init?(_ text: String, in schema: Schema) {
    var (inner, indices): (Schema?, [Int]) = (schema, [])
    for key in text.split(separator: ".") {
      guard let index = inner?.index(of: String(key)) else { return nil }
      indices.append(index)
      inner = inner?.fields[index].type.inner
    }
    self.text = text
    self.indices = indices
  }

  /// A field of case files.
  static func known(_ text: String) -> FieldPath {
    guard let path = FieldPath(text, in: CaseSchema.schema) else { preconditionFailure("no field is \(text)") }
    return path
  }
}

/// Two fields of one map inside a case, or of each map of a list there, that are held against each other.
struct FieldPair: Sendable {
  private let map, one, other: Int
  /// As messages name them: `supplier.sent`.
  let names: (one: String, other: String)

  /// Fields of case files.
  static func known(_ map: String, _ one: String, _ other: String) -> FieldPair {
    let paths = [one, other].map { FieldPath.known("\(map).\($0)") }
    return FieldPair(
      map: paths[0].indices[0], one: paths[0].indices[1], other: paths[1].indices[1],
      names: (paths[0].text, paths[1].text))
  }

  /// Hands on the values of both with their places, of each map that has both.
  func each(
    of record: Record, _ body: ((value: PackedValue, mark: Mark), (value: PackedValue, mark: Mark)) -> Void
  ) {
    record.find(map) { found in
      found.eachMap { map in
        if let one = map.placed(one), let other = map.placed(other) { body(one, other) }
      }
    }
  }
}

extension FieldPath {
  /// When the closing of a case was applied for.
  static let closureApplied = known("closure.applied")
}

extension Record {
  /// The items under a path, of every map on the way.
  func items(at path: FieldPath) -> [Item] {
    var items: [Item] = []
    read { (map: PackedMap) in map.each(at: path) { items.append(Item($0.value, at: $1)) } }
    return items
  }

  /// The items under a dotted key; none under one that no field has.
  func items(at path: String) -> [Item] { FieldPath(path, in: schema).map(items) ?? [] }

  /// The first moment under a path, with its place.
  func moment(at path: FieldPath) -> (at: Moment, mark: Mark)? {
    var first: (at: Moment, mark: Mark)?
    read { (map: PackedMap) in
      map.each(at: path) { value, mark in
        if first == nil, let at = value.moment { first = (at, mark) }
      }
    }
    return first
  }
}
