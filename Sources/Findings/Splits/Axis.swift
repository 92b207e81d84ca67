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
    let vocabulary = dimension.vocabulary.map { ledger.settings.vocabularies[$0] }
    let listed = vocabulary?.terms.map(\.code) ?? []
    let interned = Interned(dimension, of: cases, in: ledger, listed: listed)
    let tree = KeyTree(listed, splitsPaths: dimension == .category, words: interned.words)
    var labels = KeyLabels(vocabulary, ledger.settings.language)
    if dimension == .product { labels.learnProducts(cases.map(\.place), in: ledger) }
    let entries = tree.keys.map { key in
      Entry(
        key: key, label: labels.label(of: key), parent: tree.parent(of: key).flatMap { tree.places[$0] },
        isListed: tree.isListed(key))
    }
    let placeOf = interned.words.map { tree.places[$0] }
    var starts: [Int32] = [0]
    var seats: [Seat] = []
    seats.reserveCapacity(interned.uses.count)
    for number in cases.indices {
      let first = seats.count
      for use in interned.uses[Int(interned.starts[number])..<Int(interned.starts[number + 1])] {
        var place = placeOf[Int(use.word)]
        while let found = place {
          let seat = Seat(entry: Int32(found), part: use.part)
          // Whole under each distinct key; shares of one key, or of one parent, add up.
          if dimension == .department || !seats[first...].contains(seat) { seats.append(seat) }
          place = entries[found].parent
        }
      }
      if seats.count > first + 1 { seats[first...].sort { $0.entry < $1.entry } }
      starts.append(Int32(seats.count))
    }
    self.entries = entries
    self.starts = starts
    self.seats = seats
    places = tree.places
  }

  /// Where a case stands, by entry; an entry may come several times in a row, with a part each.
  func seats(of number: Int) -> ArraySlice<Seat> { seats[Int(starts[number])..<Int(starts[number + 1])] }

  func place(of key: String) -> Int? { places[key] }
}
