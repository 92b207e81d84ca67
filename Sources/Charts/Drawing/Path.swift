internal import Hypertext

/// Coordinates as SVG writes them in `points` and `d`.
enum Path {
  /// Two decimals at the most, without trailing zeros.
  static func number(_ value: Double) -> String { Decimals.coordinate(value) }

  /// The unbroken parts of a line: missing points separate them.
  static func runs(_ points: [Point?]) -> [[Point]] {
    var runs: [[Point]] = []
    var run: [Point] = []
    for point in points {
      if let point {
        run.append(point)
      } else {
        if !run.isEmpty { runs.append(run) }
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    return runs
  }
}
