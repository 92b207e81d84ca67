import Complaints

/// Reads the maps of a case file by their schemas, writes down their values, and notes what is wrong on the way.
struct RecordReading: ~Copyable {
  let context: ReadingContext
  let tape: TapeView
  var problems: ProblemList
  var writer: RecordWriter
  /// The fields that lead to the value that is being read, the last its own.
  private var way: [Step] = []

  /// Schemas live as long as the program: no reference to them has to be counted.
  private struct Step {
    let schema: Unmanaged<Schema>
    let index: Int

    init(_ schema: Schema, _ index: Int) {
      self.schema = .passUnretained(schema)
      self.index = index
    }

    var field: Field { schema._withUnsafeGuaranteedRef { $0.fields[index] } }
  }

  /// - Parameter capacity: About how many bytes the record will have.
  init(context: ReadingContext, path: String, tape: TapeView, capacity: Int) {
    self.context = context
    self.tape = tape
    problems = ProblemList(path: path, rules: context.settings.rules)
    writer = RecordWriter(capacity: capacity)
  }

  /// The field that is being read.
  var field: Field {
    guard let step = way.last else { preconditionFailure("values are read by fields") }
    return step.field
  }

  /// The field that is being read as messages name it: customer.phone.
  var name: FieldName { FieldName(path: path, label: field.label) }

  private var path: String { way.map(\.field.key).joined(separator: ".") }

  /// A text as a message may quote it: not at all where it is personal.
  func quoted(_ place: Int) -> Quoted? { field.personal == nil ? Quoted(tape.string(place)) : nil }
}

/// Maps, lists and what stands in their place.
extension RecordReading {
  /// Reads a map.
  ///
  /// - Parameters:
  ///   - mapping: Its place on the tape; `nil` for a document of nothing.
  ///   - mark: Where a missing field is reported.
  mutating func record(_ mapping: Int?, _ schema: Schema, at mark: Mark) {
    let start = writer.count
    var given: UInt128 = 0
    var unknownLines: [String: Int32] = [:]
    if let mapping {
      for key in tape.children(of: mapping) {
        guard let index = schema.index(of: tape.text(key)) else {
          unknown(key, schema, &unknownLines)
          continue
        }
        if given >> index & 1 == 1 {
          duplicate(key, index, schema, in: mapping)
          continue
        }
        given |= 1 << index
        read(key, schema, index)
      }
    }
    for index in schema.required where given >> index & 1 == 0 {
      way.append(Step(schema, index))
      problems.report(.value(.missing(name)), at: mark)
      way.removeLast()
    }
    writer.endMap(from: start)
  }

  /// Reads a field of a map.
  private mutating func read(_ key: Int, _ schema: Schema, _ index: Int) {
    way.append(Step(schema, index))
    defer { way.removeLast() }
    guard !tape.isMissing(key + 1) else {
      if schema.fields[index].isRequired { problems.report(.value(.missing(name)), at: tape.mark(key)) }
      return
    }
    let opening = writer.begin(field: index, key: tape.mark(key), value: tape.mark(key + 1))
    if value(key + 1, schema.fields[index].type) { writer.end(opening) } else { writer.cut(to: opening) }
  }

  private mutating func duplicate(_ key: Int, _ index: Int, _ schema: Schema, in mapping: Int) {
    let first = tape.children(of: mapping).first { schema.index(of: tape.text($0)) == index }
    let line = Int(tape.mark(first ?? key).line)
    let problem = FrontMatterProblem.duplicate(key: tape.string(key), same: schema.fields[index].key, line: line)
    problems.report(.frontMatter(problem), at: tape.mark(key))
  }

  /// Keeps a key that no field has, unless it stood there before.
  private mutating func unknown(_ key: Int, _ schema: Schema, _ lines: inout [String: Int32]) {
    let (name, mark) = (tape.string(key), tape.mark(key))
    if let line = lines.updateValue(mark.line, forKey: name) {
      problems.report(.frontMatter(.duplicate(key: name, same: nil, line: Int(line))), at: mark)
      return
    }
    // A map with that many strangers is no slip of the finger, and looking for each takes its time.
    let near = lines.count <= 50 ? nearest(to: name, among: schema.names) ?? schema.path(toInner: name) : nil
    for fault in tape.duplicates(in: key + 1) { problems.report(fault) }
    // Among personal fields a key nobody knows may be somebody's name or number; one near a field's is a slip.
    let isPrivate = near == nil && schema.fields.contains { $0.personal != nil }
    let within = way.isEmpty ? nil : "\(self.name)"
    problems.report(.value(.unknownKey(isPrivate ? nil : Quoted(name), within: within, nearest: near)), at: mark)
    writer.unknown(tape.text(key), tape.flattened(key + 1), at: mark)
  }

  /// Writes down a value; `false` if it cannot be read, which is reported.
  mutating func value(_ place: Int, _ type: FieldType) -> Bool {
    switch type {
    case .list(let element): list(place, element)
    case .oneOrMore(let element):
      tape.nodes[place].kind == .sequence ? list(place, element) : one(place, element)
    case .map(let schema): map(place, schema)
    default: scalar(place, type)
    }
  }

  private mutating func one(_ place: Int, _ element: FieldType) -> Bool {
    writer.beginList()
    return item(place, element)
  }

  private mutating func list(_ place: Int, _ element: FieldType) -> Bool {
    guard tape.nodes[place].kind == .sequence else {
      problems.report(.value(.shape(name, expected: .list, found: tape.shape(place))), at: tape.mark(place))
      return false
    }
    writer.beginList()
    var isAny = false
    for place in tape.children(of: place) where !tape.isMissing(place) {
      if item(place, element) { isAny = true }
    }
    return isAny
  }

  private mutating func item(_ place: Int, _ element: FieldType) -> Bool {
    let opening = writer.beginItem(tape.mark(place))
    let isRead = value(place, element)
    if isRead { writer.end(opening) } else { writer.cut(to: opening) }
    return isRead
  }

  private mutating func map(_ place: Int, _ schema: Schema) -> Bool {
    switch tape.nodes[place].kind {
    case .mapping:
      let start = writer.beginMap()
      record(place, schema, at: tape.mark(place))
      return writer.count > start
    case .plain, .quoted:
      if let index = schema.shorthand { return shorthand(place, schema, index) }
      fallthrough
    case .sequence:
      let expected: ValueProblem.Shape = schema.shorthand == nil ? .map : .mapOrText
      problems.report(.value(.shape(name, expected: expected, found: tape.shape(place))), at: tape.mark(place))
      return false
    }
  }

  /// A lone value that stands for one field of a map.
  private mutating func shorthand(_ place: Int, _ schema: Schema, _ index: Int) -> Bool {
    way.append(Step(schema, index))
    defer { way.removeLast() }
    _ = writer.beginMap()
    let opening = writer.begin(field: index, key: tape.mark(place), value: tape.mark(place))
    guard value(place, schema.fields[index].type) else { return false }
    writer.end(opening)
    return true
  }
}
