/// Words and phrases to be found in running text, whatever the case of their Latin letters.
///
/// Every cause and every measure of a ledger is searched for a hundred of them, so they are compared byte by byte.
struct WordList: Sendable {
  /// The UTF-8 of each, Latin letters in lower case.
  private let words: [[UInt8]]
  /// For each first byte, which words begin with it.
  private let beginning: [[Int]]
  /// For each first two bytes whether any word begins with them, a bit each; few places of a text need a closer look.
  private let heads: [UInt64]

  /// - Parameter words: In lower case, of two bytes at least.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var beginning = [[Int]](repeating: [], count: 256)
    var heads = [UInt64](repeating: 0, count: 1_024)
    for (place, word) in self.words.enumerated() {
      precondition(word.count > 1, "a word has two bytes at least")
      beginning[Int(word[0])].append(place)
      let head = Self.head(word[0], word[1])
      heads[head / 64] |= 1 << (head % 64)
    }
    self.beginning = beginning
    self.heads = heads
  }

  private static func head(_ first: UInt8, _ second: UInt8) -> Int { Int(first) << 8 | Int(second) }

  /// Whether any of the words stands in a text.
  func isAny(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    heads.withUnsafeBufferPointer { heads in text.indices.contains { longest(at: $0, of: text, heads) > 0 } }
  }

  /// What is left of a text without these words, of two that begin in one place the longer.
  func rest(of text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var rest: [UInt8] = []
    var place = 0
    heads.withUnsafeBufferPointer { heads in
      while place < text.count {
        let length = longest(at: place, of: text, heads)
        if length == 0 { rest.append(text[place]) }
        place += max(length, 1)
      }
    }
    return rest
  }

  /// The length of the longest word that stands at a place of a text; 0 if none does.
  @inline(__always)
  private func longest(
    at place: Int, of text: UnsafeBufferPointer<UInt8>, _ heads: UnsafeBufferPointer<UInt64>
  ) -> Int {
    guard text.count - place > 1 else { return 0 }
    let head = Self.head(lowercase(text[place]), lowercase(text[place + 1]))
    return heads[head / 64] >> (head % 64) & 1 == 0 ? 0 : longestWord(at: place, of: text)
  }

  private func longestWord(at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Int {
    var length = 0
    for candidate in beginning[Int(lowercase(text[place]))] {
      let word = words[candidate]
      guard word.count > length, text.count - place >= word.count else { continue }
      if word.indices.allSatisfy({ lowercase(text[place + $0]) == word[$0] }) { length = word.count }
    }
    return length
  }
}

/// A Latin capital letter in lower case; any other byte as it is.
private func lowercase(_ byte: UInt8) -> UInt8 {
  UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
}
