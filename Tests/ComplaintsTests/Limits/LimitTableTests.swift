import Testing

@testable import Complaints

/// The limits of a case are those that its contract gives, each rule asked one after the other: of those about the same
/// that match, the first in the file.
@Suite struct LimitTableTests {
  private static let words: KeyValuePairs<Condition.Axis, [String]> = [
    .region: ["domestic", "overseas"], .category: ["quality", "quality/noise", "quality/noise/fan", "service"],
    .severity: ["minor", "critical"], .weight: ["major", "hot"], .product: ["SP-48", "AD-65"],
    .customerType: ["new", "vip"],
  ]

  /// More rules than one set can name, among them such as ask twice about an axis.
  @Test(arguments: [0, 1, 7, 127, 128, 129, 300])
  func theFirstThatMatchesHolds(count: Int) {
    var dice = Dice(state: UInt64(count + 1))
    let rules = (0..<count).map { Self.rule($0, &dice) }
    let table = LimitTable(rules)
    for _ in 0..<40 {
      let complaint = Self.complaint(&dice)
      let matching = rules.filter { $0.when.matches(complaint) }
      var held: [LimitRule] = []
      for rule in matching where !rule.stages.isEmpty && !held.contains(where: { $0.stages == rule.stages }) {
        held.append(rule)
      }
      #expect(table.stageLimits(of: complaint) == held)
      #expect(table.caseLimit(of: complaint) == matching.first { $0.stages.isEmpty })
      let limits = table.limits(of: complaint)
      #expect(limits.ofCase == table.caseLimit(of: complaint) && limits.ofStages == held)
    }
  }

  private static func rule(_ number: Int, _ dice: inout Dice) -> LimitRule {
    let stages = [[], ["responded"], ["contained"], ["planned"]][dice.roll(0..<4)]
    var clauses: [Condition.Clause] = []
    for (axis, codes) in words where dice.roll(0..<3) == 0 {
      for _ in 0..<dice.roll(1..<3) {
        clauses.append(Condition.Clause(axis: axis, codes: codes.filter { _ in dice.roll(0..<2) == 0 }))
      }
    }
    return ComplaintsTests.rule("1d", name: "rule \(number)", stages: stages, when: clauses)
  }

  private static func complaint(_ dice: inout Dice) -> Complaint {
    var fields: [(String, Draft)] = []
    for (axis, codes) in words where dice.roll(0..<4) > 0 {
      let code = Draft.text(codes[dice.roll(0..<codes.count)])
      switch axis {
      case .weight: fields.append(("weight", .list([code])))
      case .product: fields.append(("product", maps([("part_no", code)])))
      case .customerType: fields.append(("customer", .map([("type", code)])))
      default: fields.append((axis.rawValue, code))
      }
    }
    return ComplaintsTests.complaint(fields)
  }
}
