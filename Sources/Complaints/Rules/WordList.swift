/// Words and phrases to be found in running text, whatever the case of their Latin letters.
///
/// Every cause and every measure of a ledger is searched for a hundred of them, so they are compared byte by byte.
struct WordList: Sendable {
  /// The UTF-8 of each, Latin letters in lower case.
  private let words: [[UInt8]]
  /// For each first byte, which words begin with it.
  private let beginning: [[Int]]

  /// - Parameter words: In lower case.
  init(_ words: [String]) {
    self.words = words.map { Array($0.utf8) }
    var beginning = [[Int]](repeating: [], count: 256)
    for (place, word) in self.words.enumerated() {
      if let first = word.first { beginning[Int(first)].append(place) }
    }
    self.beginning = beginning
  }

  /// Whether any of the words stands in a text.
  func isAny(in text: [UInt8]) -> Bool { text.indices.contains { longest(at: $0, of: text) > 0 } }

  /// What is left of a text without these words, of two that begin in one place the longer; `nil` if none stands in it.
  func rest(of text: [UInt8]) -> [UInt8]? {
    var rest: [UInt8] = []
    var place = 0
    while place < text.count {
      let length = longest(at: place, of: text)
      if length == 0 { rest.append(text[place]) }
      place += max(length, 1)
    }
    return rest.count < text.count ? rest : nil
  }

  /// The length of the longest word that stands at a place of a text; 0 if none does.
  private func longest(at place: Int, of text: [UInt8]) -> Int {
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
