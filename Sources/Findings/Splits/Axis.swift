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
  /// Where the seats of each case begin, one more at the end; none where each case has just one.
  let starts: [Int32]
  /// The entry of each seat.
  let seats: [Int32]
  /// The part of each seat; none where all are whole, as they are of nearly every dimension.
  let parts: [Part]
  private let places: [String: Int]

  init(_ dimension: Dimension, of facts: CaseFacts, in ledger: Ledger) {
    let vocabulary = dimension.vocabulary.map { ledger.settings.vocabularies[$0] }
    var words = facts.words
    let named = WordUses(dimension, of: facts, &words)
    var occurs = [Bool](repeating: false, count: words.count)
    for word in named.words { occurs[Int(word)] = true }
    let occurring = occurs.indices.filter { occurs[$0] }
    let tree = KeyTree(
      vocabulary?.terms.map(\.code) ?? [], splitsPaths: dimension == .category,
      words: occurring.map { words[Int32($0)] })
    var labels = KeyLabels(vocabulary, ledger.settings.language)
    if dimension == .product { labels.learnProducts(facts) }
    entries = tree.keys.map { key in
      Entry(
        key: key, label: labels.label(of: key), parent: tree.parent(of: key).flatMap { tree.places[$0] },
        isListed: tree.isListed(key))
    }
    places = tree.places
    var placeOf = [Int32](repeating: -1, count: words.count)
    for word in occurring { placeOf[word] = tree.places[words[Int32(word)]].map { Int32($0) } ?? -1 }
    // Shares of one key, or of one parent, add up; else a case stands whole under each distinct key.
    let parents = entries.map { $0.parent.map { Int32($0) } ?? -1 }
    if named.starts.isEmpty {
      (starts, seats) = Self.seated(named.words, placeOf, parents)
      parts = []
    } else {
      let (starts, seats) = Self.seated(named, placeOf, parents, addsUp: dimension == .department)
      self.starts = starts
      self.seats = seats.map(\.entry)
      parts = named.parts.isEmpty ? [] : seats.map(\.part)
    }
  }

  /// Where each of the cases stands that name one word each: under it, and under those above it.
  ///
  /// - Parameters:
  ///   - placeOf: Of each word, its entry.
  ///   - parents: Of each entry, the one above; -1 at the top.
  private static func seated(
    _ words: [Int32], _ placeOf: [Int32], _ parents: [Int32]
  ) -> (starts: [Int32], seats: [Int32]) {
    if parents.allSatisfy({ $0 < 0 }) { return ([], words.map { placeOf[Int($0)] }) }
    var starts: [Int32] = [0]
    var seats: [Int32] = []
    starts.reserveCapacity(words.count + 1)
    seats.reserveCapacity(words.count * 2)
    for word in words {
      let first = seats.count
      var place = placeOf[Int(word)]
      while place >= 0 {
        seats.append(place)
        place = parents[Int(place)]
      }
      if seats.count > first + 1 { seats[first...].sort() }
      starts.append(Int32(seats.count))
    }
    return (starts, seats)
  }

  /// The same of cases that may name several words: under the keys that they name, and under those above them.
  private static func seated(
    _ named: WordUses, _ placeOf: [Int32], _ parents: [Int32], addsUp: Bool
  ) -> (starts: [Int32], seats: [Seat]) {
    var starts: [Int32] = [0]
    var seats: [Seat] = []
    starts.reserveCapacity(named.starts.count)
    seats.reserveCapacity(named.words.count)
    for number in 0..<named.starts.count - 1 {
      let first = seats.count
      for use in Int(named.starts[number])..<Int(named.starts[number + 1]) {
        var place = placeOf[Int(named.words[use])]
        while place >= 0 {
          let seat = Seat(entry: place, part: named.parts.isEmpty ? .whole : named.parts[use])
          if addsUp || !seats[first...].contains(seat) { seats.append(seat) }
          place = parents[Int(place)]
        }
      }
      if seats.count > first + 1 { seats[first...].sort { $0.entry < $1.entry } }
      starts.append(Int32(seats.count))
    }
    return (starts, seats)
  }

  /// The places of the seats of a case.
  @inline(__always)
  func places(of number: Int) -> Range<Int> {
    starts.isEmpty ? number..<number + 1 : Int(starts[number])..<Int(starts[number + 1])
  }

  /// Whether a case stands under an entry.
  func holds(_ number: Int, under entry: Int) -> Bool { places(of: number).contains { seats[$0] == Int32(entry) } }

  /// Where a case stands, by entry; an entry may come several times in a row, with a part each.
  func seats(of number: Int) -> Seats {
    let range = places(of: number)
    return Seats(entries: seats[range], parts: parts.isEmpty ? [] : parts[range])
  }

  /// The seats of one case.
  struct Seats: RandomAccessCollection {
    fileprivate let entries: ArraySlice<Int32>
    fileprivate let parts: ArraySlice<Part>

    var startIndex: Int { entries.startIndex }
    var endIndex: Int { entries.endIndex }
    subscript(place: Int) -> Seat { Seat(entry: entries[place], part: parts.isEmpty ? .whole : parts[place]) }
  }

  func place(of key: String) -> Int? { places[key] }
}
