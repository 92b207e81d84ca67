/// Values of one kind, in the order of the periods.
package struct ChartSeries: Hashable, Sendable {
  package var name: String
  /// Periods beyond the last point have no value.
  package var points: [DataPoint]

  package init(name: String, points: [DataPoint]) {
    self.name = name
    self.points = points
  }

  /// The values of the first `count` periods, and no more.
  func values(_ count: Int) -> [Double?] {
    (0..<count).map { point($0).value }
  }

  func point(_ index: Int) -> DataPoint {
    points.indices.contains(index) ? points[index] : DataPoint(nil)
  }
}
