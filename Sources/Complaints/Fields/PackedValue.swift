/// A value among the bytes of a record, with what it takes to make it one.
struct PackedValue {
  private let cursor: RecordCursor
  private let base: UnsafePointer<UInt8>
  private let store: RecordStore
  private let type: FieldType
  private let kind: RecordLayout.Kind

  /// - Parameters:
  ///   - cursor: At its kind, to its end.
  ///   - base: Where the bytes of the store begin.
  init(cursor: RecordCursor, base: UnsafePointer<UInt8>, store: RecordStore, type: FieldType) {
    var cursor = cursor
    kind = cursor.kind()
    self.cursor = cursor
    self.base = base
    self.store = store
    self.type = type
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

  var map: Record? {
    guard kind == .map, case .map(let schema) = type.element else { return nil }
    return Record(schema: schema, store: store, range: cursor.place - base..<cursor.end - base)
  }

  var items: [Item]? {
    guard kind == .list else { return nil }
    var items: [Item] = []
    eachItem { mark, value in items.append(Item(value.value, at: mark)) }
    return items
  }

  var maps: [Record]? {
    guard kind == .list else { return nil }
    var maps: [Record] = []
    eachItem { _, value in if let map = value.map { maps.append(map) } }
    return maps
  }

  var texts: [String]? {
    guard kind == .list else { return nil }
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
    case .list: .list(items ?? [])
    case .map: map.map(Value.map) ?? .list([])
    }
  }

  private func eachItem(_ body: (Mark, PackedValue) -> Void) {
    var cursor = cursor
    while !cursor.isAtEnd {
      var item = cursor.sized()
      let mark = item.mark()
      body(mark, PackedValue(cursor: item, base: base, store: store, type: type.element))
    }
  }

  private var number: Int {
    var cursor = cursor
    return cursor.number()
  }

  private var word: String { store.words.codes[number] }

  private func instant(hasTime: Bool) -> Moment {
    var cursor = cursor
    return cursor.moment(hasTime: hasTime)
  }
}

extension FieldType {
  /// The type of what a list of this type holds; itself where it is no list.
  var element: FieldType {
    switch self {
    case .list(let element), .oneOrMore(let element): element
    default: self
    }
  }
}
