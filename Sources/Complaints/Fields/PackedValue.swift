/// A value among the bytes of a record, as long as these are lent.
struct PackedValue {
  private let bytes: PackedBytes
  private let cursor: RecordCursor
  /// The fields of the map that it is, or of the maps in the list that it is.
  private let inner: Unmanaged<Schema>?
  private let kind: RecordLayout.Kind

  /// - Parameter cursor: At its kind, to its end.
  init(_ cursor: RecordCursor, of bytes: PackedBytes, inner: Unmanaged<Schema>?) {
    var cursor = cursor
    kind = cursor.kind()
    self.cursor = cursor
    self.bytes = bytes
    self.inner = inner
  }

  /// A text, or the code of a word.
  var text: String? {
    switch kind {
    case .text, .code: cursor.text
    case .word: word
    default: nil
    }
  }

  var moment: Moment? {
    switch kind {
    case .moment: instant(hasTime: true)
    case .day: instant(hasTime: false)
    default: nil
    }
  }

  /// The number of a value of a kind.
  func number(_ kind: RecordLayout.Kind) -> Int? { self.kind == kind ? number : nil }

  var yesNo: Bool? {
    switch kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  var map: PackedMap? {
    guard kind == .map, let inner else { return nil }
    return PackedMap(cursor, of: bytes, schema: inner)
  }

  /// The maps of a list, in turn.
  @inline(__always)
  func eachMap(_ body: (PackedMap) -> Void) { eachItem { _, item in item.map.map(body) } }

  /// The items of a list in turn; none of anything else.
  @inline(__always)
  func eachItem(_ body: (Mark, PackedValue) -> Void) {
    guard kind == .list else { return }
    var cursor = cursor
    while !cursor.isAtEnd {
      var item = cursor.sized()
      let mark = item.mark()
      body(mark, PackedValue(item, of: bytes, inner: inner))
    }
  }

  var items: [Item] {
    var items: [Item] = []
    eachItem { mark, value in items.append(Item(value.value, at: mark)) }
    return items
  }

  var maps: [Record] {
    var maps: [Record] = []
    eachMap { maps.append($0.record) }
    return maps
  }

  var texts: [String] {
    var texts: [String] = []
    eachItem { _, value in if let text = value.text { texts.append(text) } }
    return texts
  }

  /// The whole value, with everything inside it.
  var value: Value {
    switch kind {
    case .text: .text(cursor.text)
    case .code: .code(cursor.text)
    case .word: .code(word)
    case .moment: .moment(instant(hasTime: true))
    case .day: .moment(instant(hasTime: false))
    case .count: .count(number)
    case .quantity: .quantity(Quantity(millionths: number))
    case .money: .money(Money(cents: number))
    case .percent: .percent(number)
    case .yes: .yesNo(true)
    case .no: .yesNo(false)
    case .list: .list(items)
    case .map: map.map { .map($0.record) } ?? .list([])
    }
  }

  private var number: Int {
    var cursor = cursor
    return cursor.number()
  }

  private var word: String { bytes.store._withUnsafeGuaranteedRef { $0.words.codes[number] } }

  private func instant(hasTime: Bool) -> Moment {
    var cursor = cursor
    return cursor.moment(hasTime: hasTime)
  }
}

/// A map among the bytes of a record, as long as these are lent.
struct PackedMap {
  private let cursor: RecordCursor
  private let bytes: PackedBytes
  private let schema: Unmanaged<Schema>

  init(_ cursor: RecordCursor, of bytes: PackedBytes, schema: Unmanaged<Schema>) {
    self.cursor = cursor
    self.bytes = bytes
    self.schema = schema
  }

  /// Its fields with their values, in the order of the schema.
  @inline(__always)
  func eachField(_ body: (Int, PackedValue) -> Void) {
    var cursor = cursor
    while !cursor.isAtEnd {
      let field = cursor.byte()
      if field == RecordLayout.unknown { return }
      body(Int(field), value(of: Int(field), cursor.sized()))
    }
  }

  /// The value of a field; `nil` where the case does not give it.
  func find(_ field: Int) -> PackedValue? { entry(field).map { value(of: field, $0) } }

  /// What belongs to a field. Fields stand in the order of the schema.
  private func entry(_ field: Int) -> RecordCursor? {
    var cursor = cursor
    while !cursor.isAtEnd {
      let found = Int(cursor.byte())
      let entry = cursor.sized()
      if found >= field { return found == field ? entry : nil }
    }
    return nil
  }

  /// The value of a field and where it stands.
  func item(_ field: Int) -> Item? {
    guard var entry = entry(field) else { return nil }
    let value = value(of: field, entry)
    return Item(value.value, at: entry.marks().value)
  }

  @inline(__always)
  private func value(of field: Int, _ entry: RecordCursor) -> PackedValue {
    var entry = entry
    entry.skipMarks(4)
    return PackedValue(entry, of: bytes, inner: schema._withUnsafeGuaranteedRef { $0.inner(field) })
  }

  var record: Record {
    Record(
      schema: schema.takeUnretainedValue(), store: bytes.store.takeUnretainedValue(),
      range: cursor.place - bytes.base..<cursor.end - bytes.base)
  }
}

/// All bytes of a case that are lent.
struct PackedBytes {
  let store: Unmanaged<RecordStore>
  let base: UnsafePointer<UInt8>
}
