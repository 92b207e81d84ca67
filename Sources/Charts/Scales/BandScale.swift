/// Equal bands side by side, one a period or category.
package struct BandScale: Hashable, Sendable {
  package let count: Int
  package let start: Double
  package let end: Double

  package init(_ count: Int, from start: Double, to end: Double) {
    self.count = count
    self.start = start
    self.end = end
  }

  /// From one band's centre to the next; the whole width where there is no band.
  package var step: Double { (end - start) / Double(max(1, count)) }
  package func left(_ index: Int) -> Double { start + step * Double(index) }
  package func right(_ index: Int) -> Double { start + step * Double(index + 1) }
  package func centre(_ index: Int) -> Double { start + step * (Double(index) + 0.5) }

  /// The width of a bar: three fifths of the band, at most `limit`.
  package func bar(atMost limit: Double) -> Double { min(limit, step * 0.6) }
}
