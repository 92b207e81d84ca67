/// What a reader with pencil and paper finds out: counts are not negative, and sums are equations.
struct Attack {
  private var places: [String: Int] = [:]
  private(set) var names: [String] = []
  private var equations: [[Int: Double]] = []
  private var sums: [Double] = []

  mutating func add(_ terms: [(name: String, factor: Double)], sum: Double) {
    var equation: [Int: Double] = [:]
    for term in terms { equation[place(of: term.name), default: 0] += term.factor }
    equations.append(equation)
    sums.append(sum)
  }

  mutating func know(_ name: String, _ value: Double) { add([(name, 1)], sum: value) }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    places[name] = names.count
    names.append(name)
    return names.count - 1
  }

  /// Every count that can be worked out, by elimination and then by bounds.
  func solved() -> [String: Double] {
    var rows = equations.map { row in names.indices.map { row[$0] ?? 0 } }
    var right = sums
    var pivot = 0
    for column in names.indices where pivot < rows.count {
      guard let found = (pivot..<rows.count).max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        abs(rows[found][column]) > 1e-9
      else { continue }
      rows.swapAt(pivot, found)
      right.swapAt(pivot, found)
      let head = rows[pivot][column]
      for index in names.indices { rows[pivot][index] /= head }
      right[pivot] /= head
      for row in rows.indices where row != pivot && abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column]
        for index in names.indices { rows[row][index] -= factor * rows[pivot][index] }
        right[row] -= factor * right[pivot]
      }
      pivot += 1
    }
    return bounded(rows, right)
  }

  /// Narrows bounds from 0 upward in every equation until nothing changes.
  private func bounded(_ rows: [[Double]], _ right: [Double]) -> [String: Double] {
    var low = names.map { _ in 0.0 }
    var high = names.map { _ in 1e6 }
    let sparse =
      (rows.indices.map { row in (names.indices.filter { abs(rows[row][$0]) > 1e-9 }, rows[row], right[row]) })
    let original = equations.indices.map { row in
      (Array(equations[row].keys), names.indices.map { equations[row][$0] ?? 0 }, sums[row])
    }
    for _ in 0..<40 {
      let before = (low, high)
      for (columns, factors, sum) in sparse + original {
        for column in columns {
          var (least, most) = (sum, sum)
          for other in columns where other != column {
            let (one, two) = (factors[other] * low[other], factors[other] * high[other])
            least -= max(one, two)
            most -= min(one, two)
          }
          let bounds = [least / factors[column], most / factors[column]].sorted()
          low[column] = max(low[column], (bounds[0] - 1e-6).rounded(.up))
          high[column] = min(high[column], (bounds[1] + 1e-6).rounded(.down))
        }
      }
      if before == (low, high) { break }
    }
    var solved: [String: Double] = [:]
    for (index, name) in names.enumerated() where low[index] == high[index] { solved[name] = low[index] }
    return solved
  }
}
