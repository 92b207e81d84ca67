import Foundation
import Testing

/// `--as-of` an earlier day gives what had happened by then: the same as a ledger from which another program has cut what
/// is later, page by page.
@Suite(.serialized) struct TimeTravelTests {
  private func travel(_ content: String, in folder: String, days: [String] = []) throws -> Outcome {
    let script = ["python3", "-B", repository + "/Tests/TimeTravel/travel.py", "--kesu", try kesuPath()]
    return try run(
      script + ["--content", content, "--templates", repository + "/site-templates"] + days, in: folder)
  }

  /// How many dates the cut took out; 0 if it compared nothing.
  private func taken(_ outcome: Outcome) -> Int {
    let words = outcome.outputLines.last?.split(separator: " ") ?? []
    return words.count > 3 ? Int(words[3]) ?? 0 : 0
  }

  /// The month ends of the sample, in two runs, neither of which takes long.
  @Test(arguments: [
    ["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
    ["2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31"],
  ])
  func everyMonthEndOfTheSampleIsThatOfTheLedgerCutByHand(days: [String]) throws {
    let outcome = try travel(repository + "/content", in: repository, days: days)
    #expect(outcome.code == 0, "\(outcome.output.suffix(3_000))\(outcome.errors.suffix(2_000))")
    #expect(outcome.output.hasPrefix("\(days.count) days compared"))
    #expect(taken(outcome) > 500)
  }

  /// One case with everything that time can take back: a pause that ends later, shares decided anew, a closing, a
  /// reopening and a second closing, an approval, a follow-up, a measure, an appeal, an abnormal closing with a limit of
  /// its own.
  private static let case1 = """
    ---
    id: "260101"
    title: 全部写全的一件
    received: 2026-01-05 09:00
    status: closed
    region: domestic
    reply_by: 2026-01-20
    related: ["260102"]
    paused:
      - { from: 2026-01-08, to: 2026-01-12 14:00, reason: 等样品 }
      - { from: 2026-02-01 }
    departments: [{ name: 质管部, share: 40 }, { name: 制造部, share: 60, served: 2026-01-19 }]
    events:
      - { stage: registered, at: 2026-01-05 10:00 }
      - { stage: responded, at: 2026-01-06 10:00, department: 业务部 }
      - { stage: attributed, at: 2026-01-07, departments: [{ name: 质管部, share: 100 }] }
      - { stage: attributed, at: 2026-01-17, departments: [{ name: 质管部, share: 40 }, { name: 制造部, share: 60 }] }
      - { stage: planned, at: 2026-01-22 09:00, department: 制造部 }
      - { stage: closure_applied, at: 2026-01-23 09:00 }
      - { stage: approved, at: 2026-01-23 16:00, department: 质管部 }
      - { stage: closed, at: 2026-01-24 10:00 }
      - { stage: reopened, at: 2026-01-27 10:00 }
      - { stage: closed, at: 2026-02-10 10:00 }
    containment: [{ action: 停用, done: 2026-01-09, effect: 有效, verified_by: 甲, verified_on: 2026-01-15 }]
    corrective: [{ action: 换料, owner: 乙, due: 2026-01-20, done: 2026-01-21, effect: 未再发生, evidence: [260101.txt] }]
    solution: { kind: exchange, plan: 换货, amount: 500, approved_by: 丙, approver_rank: 部门经理, approved: 2026-01-18 }
    approvals: [{ subject: 金额, by: 丙, at: 2026-01-18 10:00, result: agreed }]
    customer_decision: [{ at: 2026-01-26, accepted: no }, { at: 2026-02-09, accepted: yes }]
    reply: { at: 2026-01-24, by: 丁, wording: 已换货 }
    notified: [{ who: 总经理, at: 2026-01-06 }, { who: 客户, at: 2026-01-24 }]
    costs: { rework: 100, claim: 900 }
    deductions: [{ target: 制造部, amount: 200, approved: 2026-02-08, published: 2026-02-12 }]
    return: { slip: R1, issued_on: 2026-01-08, arrived: 2026-01-14, approved: 10, received: 10, decided: 2026-01-16, disposition: rework }
    closure: { kind: abnormal, cause: contract_conflict, applied: 2026-01-23, by: 戊 }
    followups: [{ at: 2026-01-26 10:00, reached: yes, satisfied: no }, { at: 2026-02-11, reached: yes, satisfied: yes }]
    satisfaction: 4
    distribution: [{ department: 质管部, at: 2026-01-25 }]
    ---
    经过。

    """

  private static let case2 = """
    ---
    投诉编号: "260102"
    投诉主题: 前一件的申诉
    投诉日期: 2026/1/28
    处理状态: 处理中
    前次处理单: "260101"
    费用: { 返工: 50 }
    处理记录:
      - { 阶段: 结案, 时间: 2026-02-02 }
      - { 阶段: 重开, 时间: 2026-02-05 }
    附件: [260102.txt]
    ---
    经过。

    """

  private static let site = """
    title: 看板
    as_of: 2026-02-28
    limits:
      - { name: 国内, limit: 10d, from: registered, when: { region: domestic } }
      - { name: 非正常, stage: approved, department: 质管部, from: closure_applied, limit: 2h, when: { closure.kind: abnormal } }
      - { name: 对策, stage: planned, department: 制造部, from: attributed, limit: 5d }

    """

  private static let improvement = """
    ---
    title: 换料
    owner: 乙
    due: 2026-01-25
    metric: received
    baseline: 3
    target: 1
    progress: [{ at: 2026-01-10, percent: 30 }, { at: 2026-01-25, percent: 90 }]
    cases: ["260101", "260102"]
    done: 2026-01-26
    effective: yes
    confirmed_by: 甲
    confirmed_on: 2026-02-06
    ---

    """

  @Test func everyDayOfACaseWithEverythingIsThatOfTheLedgerCutByHand() throws {
    let workplace = try Workplace([
      "site.yaml": Self.site, "cases/a.md": Self.case1, "cases/b.md": Self.case2,
      "improvements/m.md": Self.improvement, "attachments/260101.txt": "a", "attachments/260102.txt": "b",
      "exposure/2026.csv": "period,product,shipped_lots,accepted_lots,shipped_units\n2026-01,,9,9,9\n2026-02,,9,9,9\n",
      "tallies/2026.csv":
        "date,category,count,status,result\n2026-01-09,quality,3,closed,solved\n2026-02-09,quality,2,,\n",
    ])
    let days =
      (5...31).map { "2026-01-\($0 < 10 ? "0" : "")\($0)" } + (1...13).map { "2026-02-\($0 < 10 ? "0" : "")\($0)" }
    let outcome = try travel("content", in: workplace.path, days: days)
    #expect(outcome.code == 0, "\(outcome.output.suffix(3_000))\(outcome.errors.suffix(2_000))")
    #expect(taken(outcome) > 500)
  }
}
