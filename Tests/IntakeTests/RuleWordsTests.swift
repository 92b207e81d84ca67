import Complaints
import Testing

@testable import Intake

/// Each rule of the domain as its reader sees it: file, line, column, weight, words, code. The lines under test follow
/// id, title and received, which stand in lines 2 to 4; as-of is 2026-10-31.
@Suite struct RuleWordsTests {
  @Test(arguments: closures + followUps + notices + demands)
  func aCaseIsClosedAsTheRulesOfTheSiteSay(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: goods + dates + events)
  func whatIsWrittenDoesNotContradictItself(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: processes + files + deadlines + relations)
  func whatACaseRefersToFits(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: weakness) func weakAnswersAreNamed(written: Written) { #expect(written.found == written.expected) }

  @Test func everyRuleHasItsWordsTested() {
    let tables = closures + followUps + notices + demands + goods + dates + events + processes + files + deadlines
    let tested = (tables + relations + weakness).flatMap(\.expected).compactMap { line in
      line.split(separator: "[").last.map { String($0.dropLast()) }
    }
    // The others stand in the tables of RulesTests, NumberingTests, CalendarYearsTests and ImprovementReadingTests.
    let elsewhere: Set = [
      "approval.below_rank", "approval.unknown_rank", "calendar.ending", "calendar.missing", "closed.before_received",
      "departments.attributed", "event.before_received", "improvement.done", "improvement.incomplete",
      "improvement.key",
      "improvement.order", "improvement.target", "improvement.unconfirmed", "number.gap", "number.month",
      "number.pattern", "pause.order",
      "relation.self", "relation.unknown", "shares.sum", "status.times", "time.differs",
    ]
    #expect(Set(tested).union(elsewhere) == Set(RuleProblem.codes))
  }
}

/// A case as a person writes it, the site it stands in, and what its reader is told.
struct Written: Sendable, CustomTestStringConvertible {
  let lines: String
  var site = ""
  let expected: [String]

  init(_ lines: String, site: String = "", _ expected: String...) {
    self.lines = lines
    self.site = site
    self.expected = expected
  }

  var testDescription: String { lines }

  /// The ledger also has 260901, received and closed in September, 260902, still open, and 261002, received later.
  var found: [String] {
    let site = settings(site + "limits:\n- { name: 结案, limit: 13d, when: { region: domestic } }\n")
    let context = ReadingContext(
      settings: site, attachments: AttachmentIndex(names: ["a.pdf", "b.exe", "c.png"]), processes: ["p"])
    let texts = [
      "\"261001\"\ntitle: 电源异响\nreceived: 2026-10-12 09:30\n" + lines,
      "260901\ntitle: 前案\nreceived: 2026-09-01\nclosed: 2026-09-10", "260902\ntitle: 未结\nreceived: 2026-09-02",
      "261002\ntitle: 后案\nreceived: 2026-10-20",
    ]
    let files = texts.enumerated().compactMap { index, text in
      readCase(Array("---\nid: \(text)\n---\n".utf8), path: index == 0 ? "a.md" : "b.md", context: context).file
    }
    guard files.count == texts.count else { return ["a case cannot be read"] }
    let sizes = [
      AttachmentFile(name: "a.pdf", size: 10_000_000), AttachmentFile(name: "b.exe", size: 1),
      AttachmentFile(name: "c.png", size: 10_000_001),
    ]
    let index = LedgerIndex(files, workflows: [circulation], attachments: sizes)
    return checkRules(of: files[0], among: index, settings: site, asOf: Day(year: 2026, month: 10, day: 31))
      .map { $0.description.replacing("a.md:", with: "") }
  }
}

private let circulation = Workflow(
  id: "p", path: "", title: "", lanes: [],
  steps: [
    .init(id: "1.1", kind: .start, next: [.init(to: "1.2", when: nil)], stage: "submitted"),
    .init(id: "1.2", next: [.init(to: "1.3", when: nil)], stage: "registered"),
    .init(
      id: "1.3", lane: "总经理室", department: "总经理室",
      next: [.init(to: "1.4", when: "核准"), .init(to: "1.2", when: "退回")], stage: "approved"),
    .init(id: "1.4", kind: .end, stage: "executed"),
  ])

private let called = "followups: [{ at: 2026-10-15 10:00, reached: yes }]\n"

private let closures = [
  Written(
    "closed: 2026-10-14\nclosure: { kind: abnormal, by: 简素心 }",
    "6:18: warning: an abnormal closure needs its cause; add cause: contract_conflict, final_decision or unreachable [closure.cause]"
  ),
  Written(
    "closure: { kind: normal, cause: unreachable }",
    "5:33: warning: a normal closure has no cause; delete it, or write kind: abnormal [closure.cause]"),
  Written(
    "closed: 2026-10-14\nclosure: { kind: abnormal, cause: final_decision }",
    "6:18: warning: an abnormal closure must be agreed to; add by: with the name of whoever did [closure.agreed]"),
  // A call that got through breaks the row; three in a row within a month are enough.
  Written(
    """
    closure: { kind: abnormal, cause: unreachable }
    followups:
      - { at: 2026-10-13 10:00, reached: no }
      - { at: 2026-10-14 10:00, reached: yes }
      - { at: 2026-10-15 10:00, reached: no }
      - { at: 2026-10-16 10:00, reached: no }
    """, site: "followup: { within: 2d, tries: 3, window: 1m }\n",
    "5:35: warning: closed as unreachable after 2 failed tries in a row within 1m, but it takes 3; add the others to followups, or reopen the case [closure.tries]"
  ),
  Written(
    """
    closure: { kind: abnormal, cause: unreachable }
    followups:
      - { at: 2026-09-13 10:00, reached: no }
      - { at: 2026-10-14 10:00, reached: no }
      - { at: 2026-10-15 10:00, reached: no }
    """, site: "followup: { within: 2d, tries: 3, window: 1m }\nrules: { dates.order: off }\n",
    "5:35: warning: closed as unreachable after 2 failed tries in a row within 1m, but it takes 3; add the others to followups, or reopen the case [closure.tries]"
  ),
  Written(
    """
    closure: { kind: abnormal, cause: unreachable }
    followups: [{ at: 2026-10-13, reached: no }, { at: 2026-10-14, reached: no }, { at: 2026-11-13, reached: no }]
    """, site: "followup: { within: 2d, tries: 3, window: 1m }\n"),
]

private let followUps = [
  Written(
    "closed: 2026-10-14 10:00", site: "followup: { within: 2d }\n",
    "5:9: warning: closed at 2026-10-14T10:00:00, but nobody followed up by 2026-10-16T23:59:59; add followups, or followup_exempt with the reason [followup.missing]"
  ),
  Written(
    "events:\n  - { stage: executed, at: 2026-10-13 10:00 }\nclosed: 2026-10-14\nfollowups: [{ at: 2026-10-16, reached: no }]",
    site: "followup: { within: 2d }\n",
    "8:19: warning: the first follow-up came after 2026-10-15T23:59:59, which the rule allows after executed at 2026-10-13T10:00:00; correct the time if it is wrong [followup.late]"
  ),
  Written(
    "closure: { applied: 2026-10-28 }", site: "followup: { within: 2d }\n",
    "5:21: warning: closure_applied at 2026-10-28, but nobody followed up by 2026-10-30T23:59:59; add followups, or followup_exempt with the reason [followup.missing]"
  ),
  Written("closure: { applied: 2026-10-30 }", site: "followup: { within: 2d }\n"),
  Written("closed: 2026-10-14\nfollowup_exempt: on_the_spot", site: "followup: { within: 2d }\n"),
  Written("closed: 2026-10-14\n" + called, site: "followup: { within: 2d }\n"),
  Written("closed: 2026-10-14", site: ""),
  Written("kind: inquiry\nclosed: 2026-10-14", site: "followup: { within: 2d }\n"),
]

private let notices = [
  Written(
    "severity: critical\nnotified: [{ who: 总经理, at: 2026-10-15 }]",
    site: "notify: [{ when: { severity: critical }, who: [管理者代表, 总经理], within: 2d }]\n",
    "6:11: warning: 管理者代表 is to be told of such a case by 2026-10-14T23:59:59; add that to notified, with the time [notify.missing]",
    "6:28: warning: 总经理 was to be told by 2026-10-14T23:59:59; correct the time if it is wrong [notify.late]"),
  Written(
    "severity: critical", site: "notify: [{ when: { severity: critical }, who: 总经理 }]\n",
    "5:11: warning: 总经理 is to be told of such a case; add that to notified, with the time [notify.missing]"),
  Written("severity: critical", site: "notify: [{ when: { severity: critical }, who: 总经理, within: 30d }]\n"),
]

private let demands = [
  Written(
    "category: quality\nsamples: { asked: 1 }\nevents: [{ stage: cause_found, at: 2026-10-15 }]\nattachments: [a.pdf]",
    site:
      "required: [{ when: { category: quality }, before: cause_found, fields: [written_on], at_least: { samples.asked: 2, samples.kept: 1 }, attachments: [8D报告] }]\n",
    "6:19: warning: samples.asked (要求数) is 1, but at least 2 must be there before cause_found; correct it, or see to the rest [required.count]",
    "7:36: warning: an attachment of the kind '8D报告' is needed before cause_found; add it [required.attachment]",
    "7:36: warning: samples.kept (留样数) is 0, but at least 1 must be there before cause_found; correct it, or see to the rest [required.count]",
    "7:36: warning: written_on (书面资料日期) is needed before cause_found; add it [required.field]"),
  Written(
    "category: quality", site: "required: [{ when: { category: quality }, fields: [customer.name] }]\n",
    "5:11: warning: customer.name (客户姓名) is needed in such a case; add it [required.field]"),
  Written(
    "category: quality\nevents: [{ stage: cause_found, at: 2026-10-15, result: failed }]",
    site: "required: [{ when: { category: quality }, before: cause_found, fields: [written_on] }]\n"),
]

private let goods = [
  Written(
    "return: { approved: 500, received: 530, proof: original_invoice }", site: "returns: { tolerance: 5 }\n",
    "5:36: warning: 530 were received, but 500 were approved with a tolerance of 5%, so at most 525; have the rest approved, or correct the number [return.tolerance]"
  ),
  // Less is booked as received; the case's own tolerance goes before; without the rule nothing is asked.
  Written("return: { approved: 500, received: 10, proof: original_invoice }", site: "returns: { tolerance: 5 }\n"),
  Written(
    "return: { approved: 500, received: 530, tolerance: 6, proof: original_invoice }",
    site: "returns: { tolerance: 5 }\n"
  ),
  Written("return: { approved: 500, received: 530, proof: original_invoice }"),
  Written(
    "closed: 2026-10-14\nreturn: { requested: in_process }",
    "6:22: warning: the case is closed, but the number to return is still in_process; write it, or what was approved and received [return.undecided]"
  ),
  Written(
    "return: { received: 5 }",
    "5:21: warning: goods came back without a proof; add proof: original_invoice, annotated_copy or return_certificate [return.proof]"
  ),
  Written(
    "costs: { allowance: 98000 }",
    "5:21: warning: an allowance was granted without a proof; add allowance_proof: annotated_copy or allowance_certificate [allowance.proof]"
  ),
  Written(
    "closed: 2026-10-14\nsolution: { amount: 120000 }",
    site: "approval: [{ rank: 部门经理, up_to: 100000 }, { rank: 总经理 }]\n",
    "6:21: warning: 120000.00 CNY were settled without an approval; add approver_rank: 总经理 or a higher one [approval.missing]"
  ),
  Written(
    "product: { inspected: 5, defective: 7 }\nsamples: { received: 2, kept: 3 }",
    "5:37: warning: product.defective (不良数) is 7, more than product.inspected (抽检数) of 5; correct one of the two [quantity.exceeds]",
    "6:31: warning: samples.kept (留样数) is 3, more than samples.received (收到数) of 2; correct one of the two [quantity.exceeds]"
  ),
]

private let dates = [
  Written(
    "supplier: { sent: 2026-10-15, answered: 2026-10-14 }",
    "5:41: warning: supplier.answered (答复) is 2026-10-14, before supplier.sent (发出) at 2026-10-15; correct one of the two [dates.order]"
  ),
  Written(
    "departments: [{ name: 质管, served: 2026-10-11 }]",
    "5:35: warning: departments.served (送达日期) is 2026-10-11, before received (投诉日期) at 2026-10-12T09:30:00; correct one of the two [dates.order]"
  ),
  Written(
    "occurred: 2026-10-13",
    "5:11: warning: received (投诉日期) is 2026-10-12T09:30:00, before occurred (发生时间) at 2026-10-13; correct one of the two [dates.order]"
  ),
  Written(
    "closed: 2026-10-14\nclosure: { applied: 2026-10-15 }",
    "6:21: warning: closed (结案时间) is 2026-10-14, before closure.applied (申请时间) at 2026-10-15; correct one of the two [dates.order]"
  ),
  Written("occurred: 2026-10-12\nsupplier: { sent: 2026-10-12, answered: 2026-10-12 }"),
]

private let events = [
  Written(
    "events:\n  - { stage: planned, at: 2026-10-14 10:00, received: 2026-10-14 11:00 }",
    "6:55: warning: planned at 2026-10-14T10:00:00, before it was received at 2026-10-14T11:00:00; correct one of the two times [event.received]"
  ),
  Written(
    "closed: 2026-10-14\nevents:\n  - { stage: executed, at: 2026-10-15 }\n  - { stage: archived, at: 2026-10-15 }",
    "7:28: warning: executed at 2026-10-15, after the case was closed at 2026-10-14; correct the time, or add when it was reopened [event.after_closed]"
  ),
  Written(
    "reopened: 2026-10-15",
    "5:11: warning: reopened at 2026-10-15, but the case was not closed before; correct the time, or add the closing [event.reopened]"
  ),
  Written(
    "closed: 2026-10-15\nevents:\n  - { stage: planned, at: 2026-10-13, result: doing }\n  - { stage: visited, at: 2026-10-13, result: doing }\n  - { stage: visited, at: 2026-10-14 }",
    "7:47: warning: the case is closed, but planned is still doing; write done or failed, or add the event that ended it [event.unfinished]"
  ),
]

private let processes = [
  Written(
    "process: p\nevents:\n  - { stage: registered, at: 2026-10-15 }\n  - { stage: submitted, at: 2026-10-16 }\n  - { stage: executed, at: 2026-10-18 }",
    "7:30: warning: registered at 2026-10-15 comes before submitted at 2026-10-16, which the process p has first; correct the times [process.order]"
  ),
  // One that is far out of place is named alone; the other department's approval is no step.
  Written(
    "process: p\nevents:\n  - { stage: submitted, at: 2026-10-19 }\n  - { stage: registered, at: 2026-10-15 }\n  - { stage: approved, at: 2026-10-16 }\n  - { stage: executed, at: 2026-10-18 }\n  - { stage: approved, at: 2026-10-12, department: 业务部 }",
    "7:29: warning: registered at 2026-10-15 comes before submitted at 2026-10-19, which the process p has first; correct the times [process.order]"
  ),
  Written(
    "process: p\nevents: [{ stage: registered, step: \"1.9\" }, { stage: planned, step: D5 }]",
    "6:37: warning: the process p has no step '1.9'; write the id of one of its steps [process.step]"),
]

private let files = [
  Written(
    "attachments: [a.pdf, b.exe, c.png]", site: "attachments: { max_size: 10MB, types: [pdf, png] }\n",
    "5:22: warning: the type of the file 'b.exe' is not allowed; attach one of pdf, png [attachment.type]",
    "5:29: warning: the file 'c.png' has 10.001 MB, but at most 10 MB are allowed; make it smaller [attachment.size]")
]

private let deadlines = [
  Written(
    "region: domestic\ndue: 2026-11-01",
    "6:6: warning: due is later than 2026-10-25T23:59:59, when 结案 ends; add reason and approved_by [due.extension]"),
  Written(
    "region: domestic\ndue: { until: 2026-11-01, reason: 等料 }",
    "6:15: warning: due is later than 2026-10-25T23:59:59, when 结案 ends; add approved_by [due.extension]"),
  Written("region: domestic\ndue: { until: 2026-11-01, reason: 等料, approved_by: 方承泽 }"),
  Written("region: domestic\ndue: 2026-10-20"),
  Written(
    "region: domestic\npromised: 2026-10-26",
    "6:11: warning: more time was promised than 结案 allows, which ends at 2026-10-25T23:59:59; promise that or sooner, or extend due [promised.late]"
  ),
  Written("promised: 2026-10-26"),
]

private let relations = [
  Written(
    "repeat_of: \"261002\"",
    "5:12: warning: repeat_of: the case '261002' was received later, at 2026-10-20; write the earlier one [relation.order]"
  ),
  Written(
    "appeal_of: \"261002\"",
    "5:12: warning: appeal_of: the case '261002' was received later, at 2026-10-20; write the earlier one [relation.order]"
  ),
  Written("appeal_of: \"260901\""),
  Written(
    "appeal_of: \"260902\"",
    "5:12: warning: appeal_of: the case '260902' was neither closed nor refused by the customer before; correct the id, or write related [relation.undecided]"
  ),
  Written(
    "repeat_of: \"260901\"\nappeal_of: \"260901\"\nrelated: [\"260901\", \"261002\", \"261002\"]",
    "6:12: warning: appeal_of: the case '260901' is named twice; keep one of them [relation.twice]",
    "7:31: warning: related: the case '261002' is named twice; keep one of them [relation.twice]"),
]

private let weakness = [
  Written(
    "root_cause: { occurrence: 作业员疏忽贴错, escape: 检验员责任心不强 }",
    "5:27: warning: root_cause.occurrence (发生原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]",
    "5:44: warning: root_cause.escape (流出原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]"
  ),
  Written(
    "root_cause: 操作工未按作业指导书操作",
    "5:13: warning: root_cause.occurrence (发生原因) names only somebody's carelessness; write what made the mistake possible, or why it was not noticed [cause.careless]"
  ),
  Written("root_cause: { occurrence: 夜班照明不足，目检疏忽, escape: 治具无防错，粗心即漏 }"),
  Written(
    "corrective:\n  - 换刀\n  - { action: 修订指导书, owner: 许嘉木, due: 2026-10-20 }",
    "6:5: warning: a corrective measure needs a date; add due, or done once it is [measure.date]",
    "6:5: warning: a corrective measure needs somebody who sees to it; add owner [measure.owner]"),
  Written(
    "corrective: [{ action: 对操作工再培训, owner: 曹予安, due: 2026-10-20 }]\npreventive: [全员质量宣导]",
    "5:24: warning: training is the only measure; add one that holds when people change, such as a fixture, a check or a new standard [measure.training]"
  ),
  Written("corrective: [{ action: 修订作业指导书并培训, owner: 曹予安, due: 2026-10-20 }]"),
  Written(
    "severity: critical\nclosed: 2026-10-20\ncorrective: [{ action: 换刀, owner: 曹予安, done: 2026-10-18 }]",
    "6:9: warning: a critical case was closed, and nobody verified the effect; add verified_by and verified_on to a corrective measure, or a verified event [effect.missing]"
  ),
  Written(
    "severity: critical\nclosed: 2026-10-20\ncorrective: [{ action: 换刀, owner: 曹予安, done: 2026-10-18, verified_on: 2026-10-19 }]"
  ),
  Written("severity: critical\nvalidity: invalid\nclosed: 2026-10-20"),
  Written(
    "samples: { kept: 1 }\nevents:\n  - { stage: sampled, at: 2026-10-14, note: 拆机见电容鼓包 }",
    "7:45: warning: samples were taken apart here, but samples names no witness; add teardown_witness [samples.witness]"
  ),
]
