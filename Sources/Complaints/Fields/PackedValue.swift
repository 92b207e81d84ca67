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

  /// The map that it is, or the maps of the list that it is, in turn.
  @inline(__always)
  func eachMap(_ body: (PackedMap) -> Void) { eachPlacedMap { _, map in body(map) } }

  /// The same, those of a list with the places of their items; a lone map has none.
  @inline(__always)
  func eachPlacedMap(_ body: (Mark?, PackedMap) -> Void) {
    if let map { return body(nil, map) }
    eachItem { mark, item in
      if let map = item.map { body(mark, map) }
    }
  }

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

  /// As a record each, of which whoever needs values of few asks one by one.
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

extension PackedValue {
  /// Lends the bytes of a text; `nil` of anything else.
  func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
    switch kind {
    case .text, .code: return body(cursor.rest)
    case .word:
      var word = word
      return word.withUTF8(body)
    default: return nil
    }
  }

  /// A count or quantity as a decimal.
  var amount: Quantity? {
    number(.count).map { Quantity(millionths: $0 * 1_000_000) } ?? number(.quantity).map(Quantity.init(millionths:))
  }
}

/// A map among the bytes of a record, as long as these are lent.
struct PackedMap {
  private let cursor: RecordCursor
  private let bytes: PackedBytes
  private let schema: Unmanaged<Schema>
  /// Where the entry of each field begins, as the head of a case tells; `nil` of any other map, which is small.
  private let places: UnsafeRawBufferPointer?

  init(
    _ cursor: RecordCursor, of bytes: PackedBytes, schema: Unmanaged<Schema>, places: UnsafeRawBufferPointer? = nil
  ) {
    self.cursor = cursor
    self.bytes = bytes
    self.schema = schema
    self.places = places
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

  func has(_ field: Int) -> Bool { entry(field) != nil }

  /// The place of the value of a field.
  func mark(_ field: Int) -> Mark? {
    guard var entry = entry(field) else { return nil }
    return entry.marks().value
  }

  /// What belongs to a field. Fields stand in the order of the schema.
  @inline(__always)
  private func entry(_ field: Int) -> RecordCursor? {
    guard let places else { return walk(to: field) }
    let offset = field * MemoryLayout<UInt16>.size
    // A field that the schema does not have is not there.
    guard offset < places.count else { return nil }
    let place = Int(places.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
    guard place > 0 else { return nil }
    var cursor = RecordCursor(bytes.base + place + 1, to: cursor.end)
    return cursor.sized()
  }

  private func walk(to field: Int) -> RecordCursor? {
    var cursor = cursor
    while !cursor.isAtEnd {
      let found = Int(cursor.byte())
      let entry = cursor.sized()
      if found >= field { return found == field ? entry : nil }
    }
    return nil
  }

  /// The value of a field and where it stands.
  func placed(_ field: Int) -> (value: PackedValue, mark: Mark)? {
    guard let entry = entry(field) else { return nil }
    var marks = entry
    return (value(of: field, entry), marks.marks().value)
  }

  /// The same as a value of its own.
  func item(_ field: Int) -> Item? { placed(field).map { Item($0.value.value, at: $0.mark) } }

  /// Every value under a path, of every map on the way, with its place.
  func each(at path: FieldPath, _ body: (PackedValue, Mark) -> Void) { each(at: path.indices, from: 0, body) }

  private func each(at indices: [Int], from level: Int, _ body: (PackedValue, Mark) -> Void) {
    if level == indices.count - 1 {
      if let (value, mark) = placed(indices[level]) { body(value, mark) }
    } else {
      find(indices[level])?.eachMap { $0.each(at: indices, from: level + 1, body) }
    }
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
