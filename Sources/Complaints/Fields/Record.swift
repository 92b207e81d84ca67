/// What was read of a map: typed values by field, and what was not understood.
///
/// A view of the bytes of its case: values come into being when they are asked for, and only those.
package struct Record: Sendable {
  package let schema: Schema
  package let store: RecordStore
  /// Where its entries lie among the bytes.
  let start, end: Int32

  /// A field that is there, with the place of its key.
  package struct Entry: Hashable, Sendable {
    package let field: Int
    package let key: Mark
    package let item: Item

    package init(field: Int, key: Mark, item: Item) {
      self.field = field
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

  /// A record among the bytes of a case.
  ///
  /// - Parameter range: As a `RecordWriter` wrote it.
  package init(schema: Schema, store: RecordStore, range: Range<Int>) {
    self.schema = schema
    self.store = store
    (start, end) = (Int32(range.lowerBound), Int32(range.upperBound))
  }

  /// The map of the case itself, which ends at a place of its store.
  package init(schema: Schema, store: RecordStore, end: Int) {
    self.init(schema: schema, store: store, range: Int(store.root)..<end)
  }

  /// The record that was written, with nothing behind it in its store.
  package init(schema: Schema, _ writer: borrowing RecordWriter, words: WordTable) {
    let store = RecordStore(writer, of: schema, words: words)
    self.init(schema: schema, store: store, end: store.count)
  }

  /// A record of values in any order.
  package init(schema: Schema, entries: [Entry], unknown: [Unknown] = []) {
    var writer = RecordWriter()
    writer.map(entries, unknown)
    self.init(schema: schema, writer, words: .none)
  }

  /// Lends the bytes of its entries, and where all bytes begin.
  func read<Result>(_ body: (RecordCursor, UnsafePointer<UInt8>) -> Result) -> Result {
    store.withBytes { bytes in
      guard let base = bytes.baseAddress else { preconditionFailure("a store has bytes") }
      return body(RecordCursor(base + Int(start), to: base + Int(end)), base)
    }
  }

  /// Lends its values.
  func read<Result>(_ body: (PackedMap) -> Result) -> Result {
    read { cursor, base in
      let bytes = PackedBytes(store: .passUnretained(store), base: base)
      let places = start == store.root ? RecordHead(base).indexed : nil
      return body(PackedMap(cursor, of: bytes, schema: .passUnretained(schema), places: places))
    }
  }

  /// What a field holds; `nil` where the case does not give it.
  func find<Result>(_ field: Int, _ body: (PackedValue) -> Result?) -> Result? {
    read { (map: PackedMap) in map.find(field).flatMap(body) }
  }

  /// Whether a field is there.
  func has(_ field: Int) -> Bool { read { (map: PackedMap) in map.has(field) } }

  /// The place of a field's value; `nil` where the case does not give it.
  func mark(at field: Int) -> Mark? { read { (map: PackedMap) in map.mark(field) } }

  /// The same entries in a store of their own, with other bytes behind them.
  func beside(_ rest: [UInt8]) -> Record {
    var writer = RecordWriter(capacity: Int(end - start))
    read { cursor, _ in writer.copy(cursor.rest, latest: store.latest) }
    let own = rest.withUnsafeBufferPointer { RecordStore(writer, of: schema, rest: $0, words: store.words) }
    return Record(schema: schema, store: own, end: own.count - rest.count)
  }

  /// The item under a key that the schema has; `nil` where the case does not give it.
  package subscript(key: String) -> Item? { self[at: schema.place(of: key)] }

  /// The place of the value under a key that the schema has; `nil` where the case does not give it.
  package func mark(_ key: String) -> Mark? { mark(at: schema.place(of: key)) }

  /// The item of a field by its index in the schema; `nil` where the case does not give it.
  package subscript(at index: Int) -> Item? {
    read { (map: PackedMap) in map.item(index) }
  }
}

extension Record: Hashable {
  package static func == (one: Record, other: Record) -> Bool {
    one.schema === other.schema && one.entries.elementsEqual(other.entries) && one.unknown == other.unknown
  }

  package func hash(into hasher: inout Hasher) {
    for entry in entries { hasher.combine(entry) }
    hasher.combine(unknown)
  }
}

/// Values by the index of their field.
extension Record {
  package func text(at index: Int) -> String? { find(index) { $0.text } }
  package func moment(at index: Int) -> Moment? { find(index) { $0.moment } }
  package func count(at index: Int) -> Int? { find(index) { $0.number(.count) } }
  package func quantity(at index: Int) -> Quantity? {
    find(index) { $0.number(.quantity) }.map { Quantity(millionths: $0) }
  }
  package func money(at index: Int) -> Money? { find(index) { $0.number(.money) }.map { Money(cents: $0) } }
  package func percent(at index: Int) -> Int? { find(index) { $0.number(.percent) } }
  package func yesNo(at index: Int) -> Bool? { find(index) { $0.yesNo } }
  package func map(at index: Int) -> Record? { find(index) { $0.map?.record } }
  package func list(at index: Int) -> [Item] { find(index) { $0.items } ?? [] }
  package func maps(at index: Int) -> [Record] { find(index) { $0.maps } ?? [] }
  package func texts(at index: Int) -> [String] { find(index) { $0.texts } ?? [] }
}

/// Values that rules point at.
extension Record {
  /// A moment and where it stands.
  func placedMoment(at index: Int) -> (at: Moment, mark: Mark)? {
    read { (map: PackedMap) in map.placed(index).flatMap { found in found.value.moment.map { ($0, found.mark) } } }
  }

  func placedMoment(_ key: String) -> (at: Moment, mark: Mark)? { placedMoment(at: schema.place(of: key)) }

  /// Whether the field under a key is there.
  func has(_ key: String) -> Bool { has(schema.place(of: key)) }
}

/// Values by the key of their field, which the schema has.
extension Record {
  package func text(_ key: String) -> String? { text(at: schema.place(of: key)) }
  package func moment(_ key: String) -> Moment? { moment(at: schema.place(of: key)) }
  package func count(_ key: String) -> Int? { count(at: schema.place(of: key)) }
  package func quantity(_ key: String) -> Quantity? { quantity(at: schema.place(of: key)) }
  package func money(_ key: String) -> Money? { money(at: schema.place(of: key)) }
  package func percent(_ key: String) -> Int? { percent(at: schema.place(of: key)) }
  package func yesNo(_ key: String) -> Bool? { yesNo(at: schema.place(of: key)) }
  package func map(_ key: String) -> Record? { map(at: schema.place(of: key)) }

  /// The items of a list; none where it is not given.
  package func list(_ key: String) -> [Item] { list(at: schema.place(of: key)) }

  /// The map of a field, or the maps of its list; none where it is not given.
  package func maps(_ key: String) -> [Record] { maps(at: schema.place(of: key)) }

  /// The words of a list of words; none where it is not given.
  package func texts(_ key: String) -> [String] { texts(at: schema.place(of: key)) }
}
