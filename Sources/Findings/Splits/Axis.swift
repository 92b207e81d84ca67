import Complaints

/// A dimension of the ledger: every key that it has, in order, and where each case stands.
struct Axis: Sendable {
  /// A key of the dimension.
  struct Entry: Hashable, Sendable {
    let key: String
    let label: String
    /// The place of the entry above it, which contains it.
    let parent: Int?
    /// Whether a vocabulary lists it, so that it stands there also at 0.
    let isListed: Bool
  }

  /// A case's place under an entry.
  struct Seat: Hashable, Sendable {
    let entry: Int32
    let part: Part
  }

  /// Parents before their children; the key "" for cases without a value comes last.
  let entries: [Entry]
  private let starts: [Int32]
  private let seats: [Seat]
  private let places: [String: Int]

  init(_ dimension: Dimension, of cases: [CountedCase], in ledger: Ledger) {
    let words = cases.map { Self.words(of: $0, on: dimension, in: ledger) }
    let vocabulary = dimension.vocabulary.map { ledger.settings.vocabularies[$0] }
    let tree = KeyTree(vocabulary, splitsPaths: dimension == .category, words: words.lazy.joined().map(\.word))
    var labels = KeyLabels(vocabulary, ledger.settings.language)
    if dimension == .product { labels.learnProducts(cases.lazy.map { ledger.cases[$0.place].complaint }) }
    let places = tree.places
    entries = tree.keys.map { key in
      Entry(
        key: key, label: key.isEmpty ? "" : labels.label(of: key), parent: tree.parent(of: key).flatMap { places[$0] },
        isListed: tree.isListed(key))
    }
    var starts: [Int32] = [0]
    var seats: [Seat] = []
    for words in words {
      var own: [Seat] = []
      for (word, part) in words {
        var place = places[word]
        while let found = place {
          let seat = Seat(entry: Int32(found), part: part)
          // Whole under each distinct key; shares of one key, or of one parent, add up.
          if part != .whole || !own.contains(seat) { own.append(seat) }
          place = entries[found].parent
        }
      }
      seats += own.count > 1 ? own.sorted { $0.entry < $1.entry } : own
      starts.append(Int32(seats.count))
    }
    self.starts = starts
    self.seats = seats
    self.places = places
  }

  /// Where a case stands, by entry; an entry may come several times in a row, with a part each.
  func seats(of number: Int) -> ArraySlice<Seat> { seats[Int(starts[number])..<Int(starts[number + 1])] }

  func place(of key: String) -> Int? { places[key] }

  /// The words of a case, each with its part; the word "" where it has none.
  private static func words(
    of counted: CountedCase, on dimension: Dimension, in ledger: Ledger
  ) -> [(word: String, part: Part)] {
    if dimension == .department, !counted.departments.isEmpty {
      return counted.departments.map { ($0.department, Part($0)) }
    }
    let complaint = ledger.cases[counted.place].complaint
    let words = dimension == .department ? [] : complaint.words(on: dimension, standing: counted.standing)
    return words.isEmpty ? [("", .whole)] : words.map { ($0, .whole) }
  }
}
