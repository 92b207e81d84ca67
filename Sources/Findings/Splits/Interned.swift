import Complaints

/// The words of all cases on an axis, each word once, so that the rest works on small numbers.
struct Interned {
  /// In order of their ids: those of the vocabulary first, then as they occur; "" stands for no value.
  private(set) var words: [String]
  /// What each case names, one case after the other: the id of a word, and how much of the case stands under it.
  private(set) var uses: [(word: Int32, part: Part)] = []
  /// Where the uses of each case begin; one more at the end.
  private(set) var starts: [Int32] = [0]
  private var ids: [Word: Int32] = [:]

  /// - Complexity: O(*cases*), with one look-up for each word of each case.
  init(_ dimension: Dimension, of cases: [CountedCase], in ledger: Ledger, listed: [String]) {
    words = []
    for word in listed { _ = id(of: word) }
    for counted in cases {
      if dimension == .department {
        for share in counted.departments { uses.append((id(of: share.department), Part(share))) }
      } else {
        // Read in place: a copy of the case would touch every one of its fields.
        ledger.cases[counted.place].complaint.eachWord(on: dimension, standing: counted.standing) { word in
          uses.append((id(of: word), .whole))
        }
      }
      if uses.count == starts[starts.count - 1] { uses.append((id(of: ""), .whole)) }
      starts.append(Int32(uses.count))
    }
  }

  private mutating func id(of text: String) -> Int32 {
    let word = Word(text: text)
    if let id = ids[word] { return id }
    let id = Int32(words.count)
    ids[word] = id
    words.append(text)
    return id
  }

  /// A text told apart by its bytes, since what is read is already normalised and Unicode's own way is slow.
  private struct Word: Hashable {
    let text: String

    static func == (one: Word, other: Word) -> Bool { one.text.utf8.elementsEqual(other.text.utf8) }

    func hash(into hasher: inout Hasher) {
      let isHashed: Void? = text.utf8.withContiguousStorageIfAvailable {
        hasher.combine(bytes: UnsafeRawBufferPointer($0))
      }
      if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
    }
  }
}
