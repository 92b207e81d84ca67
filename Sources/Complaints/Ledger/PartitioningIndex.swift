extension RandomAccessCollection {
  /// The first index whose element passes a test that all later ones pass too; `endIndex` if none does.
  @inlinable
  package func partitioningIndex(where isAtOrAfter: (Element) -> Bool) -> Index {
    var low = startIndex
    var count = self.count
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if isAtOrAfter(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}
