/// A typed value of the front matter.
package enum Value: Hashable, Sendable {
  case text(String)
  case moment(Moment)
  case count(Int)
  /// A decimal kept in millionths, so that it adds up and prints as written.
  case quantity(Quantity)
  case money(Money)
  /// Hundredths of a percent.
  case percent(Int)
  case yesNo(Bool)
  /// The canonical code of a word: `quality/electrical`.
  case code(String)
  case list([Item])
  case map(Record)
}

/// A decimal not below zero with at most six places, exact.
package struct Quantity: Hashable, Sendable {
  package let millionths: Int

  package init(millionths: Int) {
    self.millionths = millionths
  }

  package var double: Double { Double(millionths) / 1_000_000 }
}

/// A value and where it stands.
package struct Item: Hashable, Sendable {
  package let value: Value
  package let mark: Mark

  package init(_ value: Value, at mark: Mark) {
    self.value = value
    self.mark = mark
  }
}

/// What was read of a map: typed values by field, and what was not understood.
package struct Record: Hashable, Sendable {
  /// A field that is there, with the place of its key.
  package struct Entry: Hashable, Sendable {
    package let key: Mark
    package let item: Item
    /// Half a word, which fits behind the item: a ledger has millions of these.
    private let index: Int32
    package var field: Int { Int(index) }

    package init(field: Int, key: Mark, item: Item) {
      index = Int32(field)
      self.key = key
      self.item = item
    }
  }

  /// A key that no field has; kept as written, since the card shows it all the same.
  package struct Unknown: Hashable, Sendable {
    package let key: String
    package let text: String
    package let mark: Mark

    package init(key: String, text: String, mark: Mark) {
      self.key = key
      self.text = text
      self.mark = mark
    }
  }

  package let schema: Schema
  /// In the order of the schema's fields.
  package let entries: [Entry]
  package let unknown: [Unknown]

  package init(schema: Schema, entries: [Entry], unknown: [Unknown] = []) {
    self.schema = schema
    let isInOrder = entries.indices.dropFirst().allSatisfy { entries[$0 - 1].field < entries[$0].field }
    self.entries = isInOrder ? entries : entries.sorted { $0.field < $1.field }
    self.unknown = unknown
  }

  package static func == (one: Record, other: Record) -> Bool {
    one.schema === other.schema && one.entries == other.entries && one.unknown == other.unknown
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entries)
    hasher.combine(unknown)
  }

  /// The item under a key that the schema has; `nil` where the case does not give it.
  package subscript(key: String) -> Item? {
    guard let index = schema.index(of: key) else { preconditionFailure("no field has the key \(key)") }
    return self[at: index]
  }

  /// The item of a field by its index in the schema; `nil` where the case does not give it.
  package subscript(at index: Int) -> Item? {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].field < index { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].field == index ? entries[low].item : nil
  }
}

extension Record {
  package func text(_ key: String) -> String? {
    switch self[key]?.value {
    case .text(let text): text
    case .code(let code): code
    default: nil
    }
  }

  package func moment(_ key: String) -> Moment? {
    if case .moment(let moment) = self[key]?.value { moment } else { nil }
  }

  package func count(_ key: String) -> Int? {
    if case .count(let count) = self[key]?.value { count } else { nil }
  }

  package func quantity(_ key: String) -> Quantity? {
    if case .quantity(let quantity) = self[key]?.value { quantity } else { nil }
  }

  package func money(_ key: String) -> Money? {
    if case .money(let money) = self[key]?.value { money } else { nil }
  }

  package func percent(_ key: String) -> Int? {
    if case .percent(let percent) = self[key]?.value { percent } else { nil }
  }

  package func yesNo(_ key: String) -> Bool? {
    if case .yesNo(let value) = self[key]?.value { value } else { nil }
  }

  package func map(_ key: String) -> Record? {
    if case .map(let record) = self[key]?.value { record } else { nil }
  }

  /// The items of a list; none where it is not given.
  package func list(_ key: String) -> [Item] {
    if case .list(let items) = self[key]?.value { items } else { [] }
  }

  /// The maps of a list of maps; none where it is not given.
  package func maps(_ key: String) -> [Record] {
    list(key).compactMap { if case .map(let record) = $0.value { record } else { nil } }
  }

  /// The words of a list of words; none where it is not given.
  package func texts(_ key: String) -> [String] {
    list(key).compactMap {
      switch $0.value {
      case .text(let text), .code(let text): text
      default: nil
      }
    }
  }
}
