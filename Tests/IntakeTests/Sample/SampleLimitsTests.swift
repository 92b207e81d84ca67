import Complaints
import Foundation
import Testing

@testable import Intake

/// The sample shows what every limit of its site.yaml does: a case that keeps it, and one that does not.
@Suite struct SampleLimitsTests {
  private static let ledger = Result { try readLedger(content: sampleContent, jobs: 2) }

  @Test(arguments: SourceLimit.all)
  fileprivate func everyLimitOfTheSourcesIsARule(source: SourceLimit) throws {
    let rules = try Self.ledger.get().settings.limits
    #expect(rules.count { source.isSaid(by: $0) } == 1)
  }

  /// Two working days for a call, and three in a row in vain within a month, are the rule of follow-ups.
  @Test func followUpsAreAsTheSourcesHaveThem() throws {
    let rule = try #require(try Self.ledger.get().settings.followup)
    #expect("\(rule.within) \(rule.tries) \(rule.window)" == "2wd 3 1m")
  }

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

/// What the sources of the sample fix a time for, and how its site.yaml says so: a stage (none: the whole case), who owes
/// it, from when, how long, and what the rule asks for.
private struct SourceLimit: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let stage: String
  let departments: [String]
  let from: String
  let limit: String
  let asks: [String]

  init(_ what: String, _ stage: String, _ departments: [String], _ from: String, _ limit: String, _ asks: String...) {
    testDescription = what
    self.stage = stage
    self.departments = departments
    self.from = from
    self.limit = limit
    self.asks = asks
  }

  /// Whether a rule says just this, for these cases at least.
  func isSaid(by rule: LimitRule) -> Bool {
    let from: LimitRule.Start = self.from == "previous" ? .previous : .stage(self.from)
    let codes = Set(rule.when.clauses.flatMap(\.codes))
    return rule.stages == (stage.isEmpty ? [] : [stage]) && rule.departments == departments && rule.from == from
      && rule.limit.description == limit && codes.isSuperset(of: asks)
  }

  static let all = manufacturing + slips + property
  private static let manufacturing = [
    SourceLimit("domestic cases", "", [], "registered", "13d", "domestic"),
    SourceLimit("overseas cases", "", [], "registered", "17d", "overseas"),
    SourceLimit("registering", "registered", ["gm_office"], "submitted", "0.5d"),
    SourceLimit(
      "three departments together", "cause_found", ["quality", "production", "rd"], "registered", "3d"),
    SourceLimit("sales' opinion, domestic", "planned", ["sales"], "attributed", "3d", "domestic"),
    SourceLimit("sales' opinion, overseas", "planned", ["sales"], "attributed", "7d", "overseas"),
    SourceLimit("summary, by the table", "reviewed", ["gm_office"], "planned", "0.5d"),
    SourceLimit("summary, by the text", "reviewed", ["gm_office"], "previous", "1d"),
    SourceLimit("carrying out", "executed", ["sales"], "approved", "6d"),
    SourceLimit("report after a visit", "investigated", ["quality"], "visited", "3d"),
    SourceLimit("last month's cases by the 10th", "archived", ["gm_office"], "closed", "1m@10"),
    SourceLimit("the slip at once", "submitted", ["sales"], "received", "0wd"),
    SourceLimit("the customer is called", "responded", ["service_centre"], "submitted", "1h"),
    SourceLimit("goods have arrived", "informed", ["warehouse"], "goods_received", "1h"),
    SourceLimit("what becomes of returned goods", "planned", ["service_centre"], "informed", "2h"),
    SourceLimit("containment", "contained", ["quality"], "validity_decided", "3wd"),
    SourceLimit("permanent measures, two working weeks", "planned", ["quality"], "validity_decided", "10wd"),
    SourceLimit("cause and plan to the customer", "replied", [], "received", "7d", "quality"),
  ]
  private static let slips = [
    SourceLimit("visit", "visited", ["sales"], "received", "2wd"),
    SourceLimit("beyond one's authority", "escalated", ["sales"], "received", "1wd"),
    SourceLimit("the vice president's answer", "approved", [], "escalated", "24h"),
    SourceLimit("dispatch", "assigned", ["service_centre"], "submitted", "2wh"),
    SourceLimit("as on the slip", "replied", [], "received", "reply_by"),
    SourceLimit("the approved answer", "replied", ["sales"], "approved", "1wh"),
  ]
  private static let property = [
    SourceLimit("progress, general", "progressed", [], "registered", "2wd", "company"),
    SourceLimit("progress, headquarters", "progressed", [], "registered", "1d@15:00", "headquarters"),
    SourceLimit("abnormal closure", "approved", ["service_centre"], "closure_applied", "2wd", "abnormal"),
    SourceLimit("doubtful validity goes up", "submitted", ["service_centre"], "received", "4h"),
    SourceLimit("doubtful validity is answered", "validity_decided", [], "submitted", "4h"),
    SourceLimit("major cases", "replied", [], "assigned", "24h", "major"),
    SourceLimit("first answer", "responded", [], "received", "24h"),
    SourceLimit("results of the day", "submitted", ["retail_dept"], "executed", "0d@17:00"),
    SourceLimit("monthly report", "archived", ["service_centre"], "closed", "1m", "retail"),
    SourceLimit("stock-taking of the day", "registered", [], "received", "0d@23:59", "property"),
    SourceLimit(
      "two working days", "", [], "received", "2wd", "property/sales_service", "service/promise", "property/late_fee",
      "property/title_deed", "property/engineer", "property/rental", "property/pest", "property/public_area"),
    SourceLimit("review of a refund", "reviewed", ["estate_sales"], "received", "5wd", "property/cancellation"),
    SourceLimit(
      "five working days", "", [], "received", "5wd", "property/papers", "property/handover", "property/repair",
      "finance/claim", "property/lift"),
    SourceLimit("review of a cancellation", "reviewed", ["estate_sales"], "received", "10wd", "property/termination"),
    SourceLimit("commission", "", [], "received", "10wd", "property/commission"),
    SourceLimit("slow refund", "", [], "received", "15wd", "service/refund"),
    SourceLimit("tickets, club and shuttle", "", [], "received", "1d", "property/shuttle"),
  ]
}

/// The folder of the repository's sample ledger.
let sampleContent = #filePath.components(separatedBy: "/Tests/IntakeTests/")[0] + "/content"
