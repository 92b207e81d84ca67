import Complaints
import Testing

/// As contract and words of the ledger define them; the 12th of October 2026 is a Monday.
struct StandingTests {
  private static let story: [(String, Draft)] = [
    ("received", "2026-10-12 09:30"), ("status", "closed"),
    (
      "events",
      maps(
        [("stage", "responded"), ("at", "2026-10-12 15:30"), ("result", "failed")],
        [("stage", "responded"), ("at", "2026-10-13 09:30")],
        [("stage", "closed"), ("at", "2026-10-15 09:30")],
        [("stage", "reopened"), ("at", "2026-10-17 10:00")],
        [("stage", "closed"), ("at", "2026-10-20 21:30")])
    ),
  ]

  @Test(arguments: [
    ("2026-10-14", Complaint.Status.inProgress, nil, nil, 0), ("2026-10-15", .closed, "2026-10-15T09:30:00", 3, 0),
    ("2026-10-17", .inProgress, nil, nil, 1), ("2026-10-20", .closed, "2026-10-20T21:30:00", 8.5, 1),
  ])
  func aCaseIsClosedUntilItIsReopened(
    asOf: String, status: Complaint.Status, closed: String?, days: Double?, reopened: Int
  ) {
    let standing = standing(of: complaint(Self.story), asOf: day(asOf), settings: settings())
    #expect(standing.status == status)
    #expect(standing.closed?.description == closed)
    #expect(standing.daysToClose == days)
    #expect(standing.reopened.count == reopened)
    #expect(standing.responded?.description == (asOf > "2026-10-12" ? "2026-10-13T09:30:00" : nil))
    #expect(standing.due == nil && standing.isOverdue == (status == .closed ? false : nil) && standing.isOnTime == nil)
  }

  @Test(arguments: [
    ("in_progress", Complaint.Status.inProgress), ("resolved", .resolved), ("closed", .inProgress), ("void", .void),
  ])
  func anOpenCaseHasTheStatusOfItsFile(written: String, shown: Complaint.Status) {
    let standing = standing(of: complaint([("status", .text(written))]), asOf: day("2026-10-13"), settings: settings())
    #expect(standing.status == shown)
  }

  @Test func anOpenCaseThatSaysNoStatusHasNone() {
    #expect(standing(of: complaint([]), asOf: day("2026-10-13"), settings: settings()).status == nil)
  }

  @Test(
    arguments: [
      ([], "2026-10-25T23:59:59", DueTime.Source.rule("domestic")),
      ([("promised", "2026-10-20")], "2026-10-20T23:59:59", .promise),
      ([("promised", "2026-10-30")], "2026-10-25T23:59:59", .rule("domestic")),
      ([("promised", "2026-10-20"), ("due", "2026-11-30 12:00")], "2026-11-30T12:00:00", .field),
      ([("region", "overseas")], "2026-10-29T23:59:59", .rule("overseas")),
      // From the registration, three days later.
      ([("events", maps([("stage", "registered"), ("at", "2026-10-15")]))], "2026-10-28T23:59:59", .rule("domestic")),
    ] as [([(String, Draft)], String, DueTime.Source)])
  func theFieldGoesBeforeTheEarlierOfLimitAndPromise(
    fields: [(String, Draft)], due: String, source: DueTime.Source
  ) {
    let limits = [
      rule("17d", name: "overseas", from: .stage("registered"), when: [.init(axis: .region, codes: ["overseas"])]),
      rule("13d", name: "domestic", from: .stage("registered")), rule("1d", name: "too late to hold"),
    ]
    let standing = standing(of: complaint(fields), asOf: day("2026-10-16"), settings: settings(limits))
    #expect(standing.due?.moment.dateTime == due)
    #expect(standing.due?.source == source)
  }

  /// The contract calls that limit «what that field says», and lets only what is counted wait for its start.
  @Test(
    arguments: [
      ("reply_by", "2026-10-20T23:59:59", false), ("3d", nil, nil),
    ] as [(String, String?, Bool?)])
  func aDateThatTheCaseNamesNeedsNoStart(limit: String, due: String?, isOverdue: Bool?) {
    let limits = [rule(limit, name: "customer", from: .stage("attributed"))]
    let asked = complaint([("reply_by", "2026-10-20")])
    let standing = standing(of: asked, asOf: day("2026-10-16"), settings: settings(limits))
    #expect(standing.due?.moment.dateTime == due)
    #expect(standing.isOverdue == isOverdue)
    #expect(stageClocks(of: asked, asOf: day("2026-10-16"), settings: settings(limits)).isEmpty)
  }

  @Test(arguments: [
    ("2026-10-20", "2026-10-20", nil, false), ("2026-10-20", "2026-10-21", nil, true),
    // What is due at noon is overdue at the end of that day.
    ("2026-10-20 12:00", "2026-10-20", nil, true), ("2026-10-20 12:00", "2026-10-19", nil, false),
    ("2026-10-20", "2026-10-21", "2026-10-15", false),
  ])
  func overdueIsAfterTheLastSecond(due: String, asOf: String, pausedFrom: String?, isOverdue: Bool) {
    var fields: [(String, Draft)] = [("due", .text(due))]
    if let pausedFrom { fields.append(("paused", maps([("from", .text(pausedFrom))]))) }
    let standing = standing(of: complaint(fields), asOf: day(asOf), settings: settings())
    #expect(standing.isOverdue == isOverdue)
    #expect(standing.isOnTime == nil)
  }

  @Test(arguments: [
    ("2026-10-20", "2026-10-20 23:00", true), ("2026-10-20", "2026-10-21", false),
    ("2026-10-20 12:00", "2026-10-20 12:00", true), ("2026-10-20 12:00", "2026-10-20 12:01", false),
    // Nobody knows at what time it was closed: the days decide.
    ("2026-10-20 12:00", "2026-10-20", true),
  ])
  func onTimeIsAtOrBeforeDue(due: String, closed: String, isOnTime: Bool) {
    let complaint = complaint([("due", .text(due)), ("closed", .text(closed))])
    let standing = standing(of: complaint, asOf: day("2026-11-01"), settings: settings())
    #expect(standing.isOnTime == isOnTime)
    #expect(standing.isOverdue == false)
  }

  @Test(arguments: [("2026-10-13", ["质管"]), ("2026-10-14", ["制造"]), ("2026-10-20", ["制造", "业务"])])
  func sharesAreThoseOfTheLastAttribution(asOf: String, names: [String]) {
    let complaint = complaint([
      ("departments", .list(["质管"])),
      (
        "events",
        maps(
          [("stage", "attributed"), ("at", "2026-10-14"), ("departments", .list(["制造"]))],
          [("stage", "attributed"), ("at", "2026-10-20"), ("departments", .list(["制造", "业务"]))],
          [("stage", "attributed"), ("at", "2026-10-20 10:00")])
      ),
    ])
    #expect(departments(of: complaint, asOf: day(asOf)).map(\.department) == names)
  }
}
