import Complaints
import Testing

/// The ledger as it was at the end of a day: contract 5, «events, closures and follow-ups later than it have not happened
/// yet; undated fields are as they stand».
struct LedgerAsOfTests {
  private func ledger(_ files: [CaseFile], attachments: [String] = []) -> Ledger {
    Ledger(
      settings: settings(), cases: files, rejected: [], exposure: [], tallies: [], narratives: [], pages: [],
      attachments: attachments.map { AttachmentFile(name: $0, size: 1) }, diagnostics: [])
  }

  /// The keys of a map that are left on the 20th, `nil` where the map is gone.
  private func left(_ key: String, _ draft: Draft) -> [String]? {
    let file = caseFile([(key, draft)])
    let past = ledger([file]).asOf(day("2026-10-20")).cases.first?.record
    let map = past?.maps(key).first ?? past?.map(key)
    return map.map { map in map.entries.map { map.schema.fields[$0.field].key } }
  }

  @Test(
    arguments: [
      ("events", maps([("stage", "planned"), ("at", "2026-10-20 23:59")]), ["stage", "at"]),
      ("events", maps([("stage", "planned"), ("at", "2026-10-21")]), nil),
      ("events", maps([("stage", "planned"), ("note", "没有时间")]), ["stage", "note"]),
      ("events", maps([("stage", "planned"), ("at", "2026-10-20"), ("received", "2026-10-21")]), ["stage", "at"]),
      ("paused", maps([("from", "2026-10-19"), ("to", "2026-10-21")]), ["from"]),
      ("paused", maps([("from", "2026-10-21")]), nil),
      ("followups", maps([("at", "2026-10-21"), ("reached", "yes")]), nil),
      ("approvals", maps([("by", "甲"), ("at", "2026-10-21")]), nil),
      ("customer_decision", maps([("at", "2026-10-21"), ("accepted", "no")]), nil),
      ("notified", maps([("who", "总经理"), ("at", "2026-10-21")]), nil),
      ("distribution", maps([("department", "质管部"), ("at", "2026-10-21")]), nil),
      ("deductions", maps([("target", "甲"), ("approved", "2026-10-21")]), nil),
      (
        "deductions", maps([("target", "甲"), ("approved", "2026-10-20"), ("published", "2026-10-21")]),
        ["target", "approved"]
      ),
      ("departments", maps([("name", "质管部"), ("served", "2026-10-21")]), ["name"]),
      // A plan is no event: what is due later is due.
      (
        "corrective",
        maps([("action", "换料"), ("due", "2026-10-30"), ("done", "2026-10-21"), ("effect", "好"), ("verified_by", "甲")]),
        ["action", "due"]
      ),
      (
        "containment",
        maps([
          ("action", "停用"), ("done", "2026-10-19"), ("effect", "好"), ("verified_by", "甲"),
          ("verified_on", "2026-10-21"),
        ]),
        ["action", "done", "effect"]
      ),
      ("reply", .map([("at", "2026-10-21"), ("wording", "好")]), nil),
      ("assessment", .map([("at", "2026-10-21"), ("note", "好")]), nil),
      ("closure", .map([("kind", "abnormal"), ("applied", "2026-10-21")]), nil),
      ("closure", .map([("kind", "abnormal")]), ["kind"]),
      ("solution", .map([("plan", "换货"), ("approved_by", "甲"), ("approved", "2026-10-21")]), ["plan"]),
      ("return", .map([("slip", "R1"), ("issued_on", "2026-10-21")]), nil),
      ("return", .map([("slip", "R1"), ("arrived", "2026-10-21"), ("received", "9")]), ["slip"]),
      ("supplier", .map([("name", "丙"), ("answered", "2026-10-21")]), ["name"]),
      ("due", .map([("until", "2026-10-30")]), ["until"]),
    ] as [(String, Draft, [String]?)])
  func whatHappenedLaterIsNotThere(key: String, draft: Draft, expected: [String]?) {
    #expect(left(key, draft) == expected)
  }

  @Test(arguments: ["responded", "contained", "handled", "written_on"])
  func aTimeOfItsOwnIsNotThere(key: String) {
    let past = { (time: String) in
      ledger([caseFile([(key, .text(time))])]).asOf(day("2026-10-20")).cases.first?.record[key]
    }
    #expect(past("2026-10-21") == nil)
    #expect(past("2026-10-20") != nil)
  }

  /// Closed on the 15th, reopened on the 18th, closed again on the 25th.
  @Test(
    arguments: [
      ("closed", "2026-10-14", .inProgress), ("closed", "2026-10-15", .closed), ("closed", "2026-10-18", .inProgress),
      ("closed", "2026-10-25", .closed), ("void", "2026-10-14", .void),
    ] as [(String, String, Complaint.Status)])
  func theStatusAgreesWithTheClosings(written: String, asOf: String, expected: Complaint.Status) {
    let events = maps(
      [("stage", "closed"), ("at", "2026-10-15")], [("stage", "reopened"), ("at", "2026-10-18")],
      [("stage", "closed"), ("at", "2026-10-25")])
    let file = caseFile([("status", .text(written)), ("events", events)])
    let past = ledger([file]).asOf(day(asOf)).cases.first
    #expect(past?.complaint.writtenStatus == expected)
    #expect(past?.record.text("status") == expected.rawValue)
  }

  /// Open now, but it was closed for a while.
  @Test func aCaseThatWasReopenedSinceWasClosed() {
    let events = maps([("stage", "closed"), ("at", "2026-10-15")], [("stage", "reopened"), ("at", "2026-10-18")])
    let file = caseFile([("status", "in_progress"), ("events", events)])
    #expect(ledger([file]).asOf(day("2026-10-16")).cases.first?.complaint.writtenStatus == .closed)
    #expect(ledger([file]).asOf(day("2026-10-20")).cases.first?.complaint.writtenStatus == .inProgress)
  }

  @Test func aCaseReceivedLaterIsReferredToByNobody() {
    let first = caseFile([("id", "a"), ("received", "2026-10-01"), ("related", .list(["b", "c"])), ("repeat_of", "c")])
    let second = caseFile([("id", "b"), ("received", "2026-10-02"), ("attachments", .list(["b.pdf", "both.pdf"]))])
    let third = caseFile([("id", "c"), ("received", "2026-10-21"), ("attachments", .list(["c.pdf", "both.pdf"]))])
    let past = ledger([first, second, third], attachments: ["b.pdf", "both.pdf", "c.pdf", "free.pdf"])
      .asOf(day("2026-10-20"))
    #expect(past.cases.first?.complaint.related == ["b"])
    #expect(past.cases.first?.complaint.repeatOf == nil)
    #expect(past.attachments.map(\.name) == ["b.pdf", "both.pdf", "free.pdf"])
    #expect(past.cases.count == 3)
  }

  @Test func nothingIsCopiedWhereNothingIsLater() {
    let file = caseFile([("closed", "2026-10-15"), ("promised", "2026-12-31"), ("status", "closed")])
    #expect(ledger([file]).asOf(day("2026-10-20")).cases.first === file)
  }
}
