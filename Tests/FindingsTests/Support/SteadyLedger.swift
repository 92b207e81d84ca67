import Complaints
import Findings

/// A simulated ledger: complaints that come by chance at a constant rate, and fall by chance into categories, products
/// and departments of constant weights. Nothing changes in it unless a shift is planted.
struct SteadyLedger {
  /// A category whose rate is multiplied in one month.
  struct Shift {
    let month: Int
    let category: String
    let factor: Double
  }

  static let categories: [(String, Double)] = [
    ("quality/electrical", 5), ("quality/optical", 3), ("quality/appearance", 3), ("delivery/damage", 2),
    ("delivery/shortage", 2), ("service/attitude", 2), ("service/refund", 1), ("property/repair", 1),
  ]
  static let products: [(String, Double)] = (1...8).map { ("P\($0)", 1 / Double($0)) }
  static let departments: [(String, Double)] = [
    ("production", 4), ("quality", 3), ("sales", 2), ("logistics", 2), ("rd", 1),
  ]

  /// How many months, the last being over at as-of.
  let months: Int
  /// Cases a month.
  let rate: Double
  var shift: Shift?

  /// The first month.
  private static let start = Period(.month, containing: day("2024-01-01"))

  var lastMonth: Period { (1..<months).reduce(Self.start) { month, _ in month.next } }

  func findings(seed: UInt64) -> Findings {
    var random = SplitMix(state: seed &* 0x9e37_79b9 &+ 1)
    var cases: [CaseFile] = []
    var rows: [ExposureRow] = []
    var month = Self.start
    for index in 0..<months {
      rows.append(
        shipped(
          String(month.description), lots: Int.random(in: 400...700, using: &random),
          units: Int.random(in: 30_000...60_000, using: &random)))
      for (category, weight) in Self.categories {
        let total = Self.categories.reduce(0) { $0 + $1.1 }
        let planted = shift.map { $0.month == index && $0.category == category ? $0.factor : 1 } ?? 1
        for _ in 0..<random.poisson(rate * weight / total * planted) {
          cases.append(complaint(cases.count, category, in: month, &random))
        }
      }
      month = month.next
    }
    return Findings(ledger(cases, exposure: rows), asOf: lastMonth.last)
  }

  private func complaint(_ number: Int, _ category: String, in month: Period, _ random: inout SplitMix) -> CaseFile {
    let received = month.first.advanced(by: Int.random(in: 0..<27, using: &random))
    let days = Int(random.exponential(9) + random.exponential(4)) + 1
    var fields: [(String, Given)] = [
      ("category", .code(category)),
      (
        "product",
        .list([
          .map([
            "part_no": .text(random.pick(Self.products)), "lots": .count(Int.random(in: 1...2, using: &random)),
            "defective": .quantity(Double(1 + Int(random.exponential(6)))),
          ])
        ])
      ),
      ("departments", .list([.map(["name": .code(random.pick(Self.departments))])])),
    ]
    fields.append(("closed", .at(received.advanced(by: days).description + " 10:00")))
    return caseFile("\(number)", received.description + " 09:00", fields: fields)
  }
}

extension SplitMix {
  private mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// A positive number of an exponential distribution, as many halvings of a coin as geometry allows without logarithms:
  /// the sum of the digits of von Neumann's method.
  ///
  /// - Note: Source: von Neumann, *Various Techniques Used in Connection With Random Digits* (1951).
  mutating func exponential(_ mean: Double) -> Double {
    var whole = 0.0
    while true {
      let first = unit()
      var (last, isOdd) = (first, true)
      while true {
        let next = unit()
        if next > last { break }
        last = next
        isOdd.toggle()
      }
      if isOdd { return mean * (whole + first) }
      whole += 1
    }
  }

  /// A count of a Poisson distribution: how many arrivals with exponential gaps fall into one unit of time.
  mutating func poisson(_ mean: Double) -> Int {
    var (time, count) = (exponential(1), 0)
    while time < mean {
      count += 1
      time += exponential(1)
    }
    return count
  }

  /// One of several words by their weights.
  mutating func pick(_ words: [(String, Double)]) -> String {
    var left = unit() * words.reduce(0) { $0 + $1.1 }
    for (word, weight) in words {
      left -= weight
      if left < 0 { return word }
    }
    return words[words.count - 1].0
  }
}
