import Complaints
import Foundation
import Testing

@testable import Intake

/// The sample shows what every limit of its site.yaml does: a case that keeps it, and one that does not.
@Suite struct SampleLimitsTests {
  private static let ledger = Result { try readLedger(content: sampleContent, jobs: 2) }

  @Test func everyLimitIsKeptAndBroken() throws {
    let ledger = try Self.ledger.get()
    let day = try #require(ledger.settings.asOf)
    var (kept, broken): (Set<Mark>, Set<Mark>) = ([], [])
    for file in ledger.cases where file.complaint.exclusion(asOf: day) == nil {
      for clock in stageClocks(of: file.complaint, asOf: day, settings: ledger.settings) {
        switch clock.state {
        case .met where clock.due != nil: kept.insert(clock.rule.mark)
        case .late, .overdue: broken.insert(clock.rule.mark)
        default: break
        }
      }
      let standing = standing(of: file.complaint, asOf: day, settings: ledger.settings)
      guard case .rule(let name)? = standing.due?.source,
        let rule = ledger.settings.limits.first(where: { $0.name == name && $0.stages.isEmpty })
      else { continue }
      if standing.isOnTime == true { kept.insert(rule.mark) }
      if standing.isOnTime == false || standing.isOverdue == true { broken.insert(rule.mark) }
    }
    #expect(ledger.settings.limits.count > 40)
    for rule in ledger.settings.limits {
      #expect(kept.contains(rule.mark), "no case keeps \(rule.name)")
      #expect(broken.contains(rule.mark), "no case breaks \(rule.name)")
    }
  }
}

/// The folder of the repository's sample ledger.
let sampleContent = #filePath.components(separatedBy: "/Tests/IntakeTests/")[0] + "/content"
