import Complaints

/// Reads the maps of a case file by their schemas, and notes what is wrong on the way.
struct RecordReading {
  let context: ReadingContext
  var problems: ProblemList

  init(context: ReadingContext, path: String) {
    self.context = context
    problems = ProblemList(path: path, settings: context.settings)
  }

  /// Reads a map.
  ///
  /// - Parameters:
  ///   - mark: Where a missing field is reported.
  ///   - prefix: What stands before its keys in messages, such as `customer.`; empty at the top.
  mutating func record(_ pairs: [Node.Pair], _ schema: Schema, at mark: Mark, prefix: String, label: String) -> Record {
    var entries: [Record.Entry] = []
    entries.reserveCapacity(pairs.count)
    var unknown: [Record.Unknown] = []
    var unknownLines: [String: Int32] = [:]
    // The line on which each field was first given, by its index.
    var lines = [Int32](repeating: 0, count: schema.fields.count)
    for pair in pairs {
      guard let index = schema.index(of: pair.key) else {
        if let line = unknownLines.updateValue(pair.mark.line, forKey: pair.key) {
          let problem = FrontMatterProblem.duplicate(key: pair.key, same: nil, line: Int(line))
          problems.report(.frontMatter(problem), at: pair.mark)
        } else {
          read(unknown: pair, schema, prefix: prefix, label: label, into: &unknown)
        }
        continue
      }
      let field = schema.fields[index]
      if lines[index] > 0 {
        let problem = FrontMatterProblem.duplicate(key: pair.key, same: field.key, line: Int(lines[index]))
        problems.report(.frontMatter(problem), at: pair.mark)
        continue
      }
      lines[index] = pair.mark.line
      let slot = Slot(field: field, prefix: prefix)
      if !pair.value.isMissing, let item = item(pair.value, field.type, slot) {
        entries.append(Record.Entry(field: index, key: pair.mark, item: item))
      } else if field.isRequired, pair.value.isMissing {
        problems.report(.value(.missing(slot.name)), at: pair.mark)
      }
    }
    for (index, field) in schema.fields.enumerated() where field.isRequired && lines[index] == 0 {
      problems.report(.value(.missing(Slot(field: field, prefix: prefix).name)), at: mark)
    }
    return Record(schema: schema, entries: entries, unknown: unknown)
  }

  private mutating func read(
    unknown pair: Node.Pair, _ schema: Schema, prefix: String, label: String, into unknown: inout [Record.Unknown]
  ) {
    // A map with that many strangers is no slip of the finger, and looking for each takes its time.
    let near = unknown.count < 50 ? nearest(to: pair.key, among: schema.names) : nil
    for fault in duplicates(in: pair.value) { problems.report(fault) }
    // Among personal fields a key nobody knows may be somebody's name or number; one near a field's is a slip.
    let isPrivate = near == nil && schema.fields.contains { $0.personal != nil }
    let within = prefix.isEmpty ? nil : "\(FieldName(path: String(prefix.dropLast()), label: label))"
    problems.report(
      .value(.unknownKey(isPrivate ? nil : Quoted(pair.key), within: within, nearest: near)), at: pair.mark)
    unknown.append(Record.Unknown(key: pair.key, text: pair.value.flattened, mark: pair.mark))
  }

  /// A field and the way to it.
  struct Slot {
    let field: Field
    let prefix: String

    var name: FieldName { FieldName(path: prefix + field.key, label: field.label) }
    /// A text as a message may quote it: not at all where it is personal.
    func quoted(_ text: String) -> Quoted? { field.personal == nil ? Quoted(text) : nil }
  }

  /// A value with its place; `nil` if it cannot be read, which is reported.
  mutating func item(_ node: Node, _ type: FieldType, _ slot: Slot) -> Item? {
    let value: Value? =
      switch type {
      case .list(let element): list(node, element, slot)
      case .oneOrMore(let element):
        if case .sequence = node.content { list(node, element, slot) } else { one(node, element, slot) }
      case .map(let schema): map(node, schema, slot)
      default: scalar(node, type, slot)
      }
    return value.map { Item($0, at: node.mark) }
  }

  private mutating func one(_ node: Node, _ element: FieldType, _ slot: Slot) -> Value? {
    item(node, element, slot).map { .list([$0]) }
  }

  private mutating func list(_ node: Node, _ element: FieldType, _ slot: Slot) -> Value? {
    guard case .sequence(let nodes) = node.content else {
      problems.report(.value(.shape(slot.name, expected: .list, found: node.shape)), at: node.mark)
      return nil
    }
    var items: [Item] = []
    items.reserveCapacity(nodes.count)
    for node in nodes where !node.isMissing {
      if let item = item(node, element, slot) { items.append(item) }
    }
    return items.isEmpty ? nil : .list(items)
  }

  private mutating func map(_ node: Node, _ schema: Schema, _ slot: Slot) -> Value? {
    switch node.content {
    case .mapping(let pairs):
      let record = record(
        pairs, schema, at: node.mark, prefix: slot.prefix + slot.field.key + ".", label: slot.field.label)
      return record.entries.isEmpty && record.unknown.isEmpty ? nil : .map(record)
    case .scalar where schema.shorthand != nil:
      return schema.shorthand.flatMap { shorthand(node, schema, $0, slot) }
    default:
      let expected: ValueProblem.Shape = schema.shorthand == nil ? .map : .mapOrText
      problems.report(.value(.shape(slot.name, expected: expected, found: node.shape)), at: node.mark)
      return nil
    }
  }

  /// A lone value that stands for one field of a map.
  private mutating func shorthand(_ node: Node, _ schema: Schema, _ index: Int, _ slot: Slot) -> Value? {
    let field = schema.fields[index]
    let inner = Slot(field: field, prefix: slot.prefix + slot.field.key + ".")
    guard let item = item(node, field.type, inner) else { return nil }
    return .map(Record(schema: schema, entries: [Record.Entry(field: index, key: node.mark, item: item)]))
  }
}

/// Every key that a map inside a node has twice.
func duplicates(in node: Node) -> [Fault] {
  switch node.content {
  case .scalar: return []
  case .sequence(let items): return items.flatMap(duplicates)
  case .mapping(let pairs):
    var lines: [String: Int] = [:]
    var faults: [Fault] = []
    for pair in pairs {
      if let line = lines[pair.key] {
        faults.append(Fault(.frontMatter(.duplicate(key: pair.key, same: nil, line: line)), at: pair.mark))
      } else {
        lines[pair.key] = Int(pair.mark.line)
      }
      faults += duplicates(in: pair.value)
    }
    return faults
  }
}
