import Complaints

/// Numbers that look random and are the same on every run.
///
/// - Note: Source: Steele, Lea & Flood, *Fast Splittable Pseudorandom Number Generators* (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// A ledger of many cases over some 500 days, with every field that a figure reads, some of them missing.
func randomLedger(_ count: Int, seed: UInt64) -> Ledger {
  var random = SplitMix(state: seed)
  let start = day("2024-11-20").number
  let cases = (0..<count).map { index in randomCase(index, start, &random) }
  let rows = (0..<20).compactMap { month -> ExposureRow? in
    guard month % 7 != 5 else { return nil }
    let (year, number) = (2024 + (month + 10) / 12, (month + 10) % 12 + 1)
    return shipped(
      "\(year)-\(number)", lots: Int.random(in: 0...400, using: &random),
      units: month % 4 == 3 ? nil : Int.random(in: 1...90_000, using: &random))
  }
  return ledger(cases, exposure: rows)
}

private func randomCase(_ index: Int, _ start: Int, _ random: inout SplitMix) -> CaseFile {
  func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
  let received = start + Int.random(in: 0..<500, using: &random)
  func at(_ day: Int) -> String {
    let date = Day(number: day).description
    return chance(70)
      ? "\(date) \(Int.random(in: 0...23, using: &random)):\(Int.random(in: 0...59, using: &random))" : date
  }
  var fields: [(String, Given)] = []
  if chance(70) { fields.append(("closed", .at(at(received + 1 + Int.random(in: 0..<60, using: &random))))) }
  if chance(15) { fields.append(("reopened", .at(at(received + 5 + Int.random(in: 0..<60, using: &random))))) }
  if chance(60) { fields.append(("responded", .at(at(received + 1 + Int.random(in: 0..<5, using: &random))))) }
  if chance(60) { fields.append(("promised", .at(at(received + Int.random(in: 0..<30, using: &random))))) }
  if chance(10) { fields.append(("paused", .list([.map(["from": .at(at(received + 12))])]))) }
  if chance(30) { fields.append(("validity", .code(["invalid", "not_established", "valid"][index % 3]))) }
  if chance(10) { fields.append(("repeat_of", .text("0"))) }
  if chance(5) { fields.append(("status", .code("void"))) }
  if chance(50) {
    fields.append(("satisfaction", .map(["overall": .count(Int.random(in: 1...5, using: &random))])))
  }
  fields.append(("costs", .map(["claim": .cents(77), "scrap": .cents(Int.random(in: 0...90_000, using: &random))])))
  fields.append(
    (
      "product",
      .list([
        .map([
          "name": .code("X\(index % 9)"), "lots": .count(index % 4), "defective": .quantity(Double(index % 11) / 4),
        ])
      ])
    ))
  fields.append(("category", .code(["a/b", "a", "c/d/e", "c/d"][index % 4])))
  return caseFile("\(index)", at(received), fields: fields)
}
