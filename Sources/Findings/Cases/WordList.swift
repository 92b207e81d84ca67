import Complaints

/// The words of all cases, so that whoever counts works on small numbers; a word has one number.
///
/// Words are told apart by their bytes, since what is read is already normalised and Unicode's own way is slow.
struct WordList: Sendable {
  /// By their numbers: "", which stands for no value, then the codes that records name by number, then what else occurs.
  private(set) var words: [String]
  /// Of the codes.
  private let known: NameTable
  /// For each code of the table, its number.
  private let codes: [Int32]
  private let table: WordTable?
  private var numbers: [Word: Int32] = [:]

  /// The number of "": a case says nothing.
  static let none: Int32 = 0

  /// - Parameter table: The codes that the records of the ledger name by number; of equal ones the first counts.
  init(_ table: WordTable?) {
    let words = [""] + (table?.codes ?? [])
    let known = NameTable(words)
    self.words = words
    self.known = known
    self.table = table
    codes = words.dropFirst().map { code in known.place(of: code).map { Int32($0) } ?? Self.none }
  }

  var count: Int { words.count }

  /// The words that are no codes, in the order of their numbers.
  var others: ArraySlice<String> { words[(codes.count + 1)...] }

  /// The word of a number.
  subscript(number: Int32) -> String { words[Int(number)] }

  /// The number of a word; of one that is new, the next.
  mutating func number(of text: String) -> Int32 {
    if let place = known.place(of: text) { return Int32(place) }
    let word = Word(text: text)
    if let number = numbers[word] { return number }
    let number = Int32(words.count)
    numbers[word] = number
    words.append(text)
    return number
  }

  /// The number of the word that a field holds; that of "" where it holds none.
  ///
  /// - Parameter table: Of the record.
  mutating func number(of value: StoredValue, _ table: WordTable) -> Int32 {
    if case .word(let code) = value, table === self.table { return codes[code] }
    return value.text(table).map { number(of: $0) } ?? Self.none
  }

  /// Takes in the words of another list of the same table.
  ///
  /// - Returns: For each of its numbers, that of the same word here.
  mutating func formUnion(_ other: WordList) -> [Int32] {
    let shared = codes.count + 1
    return (0..<Int32(shared)) + other.others.map { number(of: $0) }
  }

  /// A word that is another one where a byte of it differs.
  struct Word: Hashable {
    let text: String

    static func == (one: Word, other: Word) -> Bool { one.text.hasSameBytes(as: other.text) }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }
}

extension String {
  /// Whether two texts have the same bytes, looked at where they lie.
  fileprivate func hasSameBytes(as other: String) -> Bool {
    let isSame = utf8.withContiguousStorageIfAvailable { own in
      other.utf8.withContiguousStorageIfAvailable { others in own.count == others.count && own.elementsEqual(others) }
    }
    return (isSame ?? nil) ?? utf8.elementsEqual(other.utf8)
  }
}
