package import Digests

/// Cases of which the rules have nothing to say, by the digests of their files and of those that they name: nobody need
/// look at them again while the grounds and the day are the same.
package struct CleanCases: Sendable {
  /// In the order of the ledger; zero where something is to be said.
  package let digests: [Digest]
  /// How many of them had to be looked at to know it.
  package let added: Int

  package init(_ digests: [Digest] = [], added: Int = 0) {
    self.digests = digests
    self.added = added
  }
}

extension [Digest] {
  /// Where other digests stand among these, or -1; mostly they follow each other as these do. Zero is none.
  ///
  /// A few that stand elsewhere may be missed, of which whoever asks then makes what it knows already once more.
  package func places(of others: some Collection<Digest>) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(others.count)
    var table: [Digest: Int32]?
    var (next, misses) = (0, 0)
    for digest in others {
      // One that was changed, or taken out, or put in, moves the next ones by no more than one.
      var place = [next, next + 1, next - 1].first { indices.contains($0) && self[$0] == digest }
      let isNone = place == nil && next < count && self[next] == .zero
      if place == nil, !isEmpty, !isNone {
        misses += 1
        if misses > 64 {
          let known = table ?? Dictionary(enumerated().map { ($1, Int32($0)) }) { first, _ in first }
          table = known
          place = known[digest].map { Int($0) }
        }
      }
      if digest == .zero { place = nil }
      places.append(Int32(place ?? -1))
      next = (place ?? next) + 1
    }
    return places
  }
}
