import Complaints
import Findings
import Statistics
import Testing

/// The further figures of the example, worked out by hand.
@Suite struct FurtherFiguresTests {
  static func month(_ text: String) throws -> FurtherFigures {
    try #require(exampleFindings.further(of: Period(.month, containing: day(text + "-01"))))
  }

  @Test(arguments: [
    // A and B of four; both are closed, one of them in January, when B is left.
    ("2026-01", Further.share, 0.5), ("2026-01", .completed, 2), ("2026-01", .closedOfWorkload, 0.5),
    ("2026-01", .costPerCase, 125), ("2026-01", .attributedRate, 1), ("2026-01", .mark4, 1),
    ("2026-01", .answerRate, 1),
    ("2026-01", .closedNormal, 1), ("2026-01", .followupRate, 0), ("2026-01", .responded, 1),
    ("2026-01", .p90HoursToRespond, 6), ("2026-01", .deductions, 0),
    // A took 3 days, B, which has no time of receipt, 21.
    ("2026-01", .medianDaysOfReceived, 12), ("2026-01", .survivalMedianDays, 3), ("2026-01", .survivalHighDays, 21),
    // C is open and repeats A; B is closed without a department.
    ("2026-02", .completed, 0), ("2026-02", .repeatRate, 1), ("2026-02", .attributedRate, 0),
    ("2026-02", .receivedCumulative, 3), ("2026-02", .closedOfWorkload, 0.5),
    // D came, was closed, and was reopened.
    ("2026-03", .reopenedRate, 1), ("2026-03", .closedOfWorkload, 0),
  ])
  func figuresAreThoseWorkedOutByHand(month: String, figure: Further, expected: Double) throws {
    #expect(try Self.month(month).value(of: figure) == expected, "\(figure)")
  }

  @Test(arguments: [
    ("2026-01", Further.medianHoursToContain), ("2026-01", .satisfiedRate), ("2026-01", .responseRate),
    ("2026-02", .medianDaysOfReceived), ("2026-02", .survivalMedianDays), ("2026-03", .costPerCase),
    ("2026-03", .followupRate),
  ])
  func overNothingIsNothing(month: String, figure: Further) throws {
    #expect(try Self.month(month).value(of: figure) == nil)
  }

  @Test func callsBackCountOnceReachedAndByAsOf() throws {
    func closed(_ id: String, _ fields: [(String, Given)]) -> CaseFile {
      caseFile(id, "2026-01-05", fields: [("closed", .at("2026-01-08"))] + fields)
    }
    func calls(_ list: [KeyValuePairs<String, Given>]) -> (String, Given) {
      ("followups", .list(list.map { .map($0) }))
    }
    let cases = [
      closed(
        "A",
        [
          calls([
            ["at": .at("2026-01-09"), "reached": .yesNo(false)], ["at": .at("2026-01-10"), "satisfied": .yesNo(true)],
          ])
        ]),
      closed(
        "B",
        [
          calls([
            ["at": .at("2026-01-09"), "satisfied": .yesNo(false)],
            ["at": .at("2026-02-09"), "satisfied": .yesNo(true)],
          ])
        ]),
      closed("C", [("followup_exempt", .code("refused"))]), closed("D", []),
      closed("E", [calls([["reached": .yesNo(true)]]), ("followup_exempt", .code("on_the_spot"))]),
      closed(
        "F",
        [
          (
            "deductions",
            .list([
              .map(["kind": .code("bonus"), "amount": .cents(20_000), "approved": .at("2026-01-20")]),
              .map(["kind": .code("administrative"), "amount": .cents(5_000), "approved": .at("2026-02-20")]),
            ])
          )
        ]),
    ]
    let findings = Findings(ledger(cases), asOf: day("2026-01-31"))
    let january = try #require(findings.further(of: Period(.month, containing: day("2026-01-01"))))
    #expect(january.followUp == Rate(3, of: 5))
    #expect(january.satisfied == Rate(1, of: 2))
    #expect(january.value(of: .deductionBonus) == 200)
    #expect(january.value(of: .deductions) == 200)
    #expect(january.value(of: .deductionCases) == 1)
  }

  /// Events of A: answered after a day, planned by sales two days after it got it; the case waits since then.
  @Test func timeIsCountedFromReceiptElseFromTheEventBefore() {
    let events: [KeyValuePairs<String, Given>] = [
      ["stage": .code("responded"), "at": .at("2026-01-06 08:00"), "department": .code("quality")],
      [
        "stage": .code("planned"), "at": .at("2026-01-10 08:00"), "received": .at("2026-01-08 08:00"),
        "department": .code("sales"),
      ],
      ["stage": .code("verified"), "at": .at("2026-01-11 08:00"), "result": .code("failed")],
    ]
    let file = caseFile("A", "2026-01-05 08:00", fields: [("events", .list(events.map { .map($0) }))])
    let times = Findings(ledger([file]), asOf: day("2026-01-12")).stepTimes()
    #expect(times.stages.map(\.key) == ["planned", "responded", "verified"])
    #expect(times.stages.map(\.steps) == [1, 1, 0])
    #expect(times.stages.map(\.medianDays) == [2, 1, nil])
    #expect(times.stages.map(\.waiting) == [0, 0, 1])
    #expect(times.departments.map(\.key) == ["sales", "quality", ""])
  }

  @Test(arguments: [
    // A was told of a day later; what failed did not reach anybody.
    (Further.informed, 1), (.medianHoursToInform, 24), (.p90HoursToInform, 24),
    // It stood still from the 6th to the 8th, at noon each, and took 8 of 10 days without; B took 2.
    (.pausedCases, 1), (.pausedDays, 2), (.medianDaysUnpaused, 5),
    // 7 of 200; what is not known to have been looked at, or found, adds nothing, and B is invalid.
    (.inspected, 200), (.defectRate, 0.035),
  ])
  func whatWasToldStoodStillOrWasLookedAt(figure: Further, expected: Double) throws {
    func products(_ list: [KeyValuePairs<String, Given>]) -> (String, Given) {
      ("product", .list(list.map { .map($0) }))
    }
    let cases = [
      caseFile(
        "A", "2026-01-05 09:00",
        fields: [
          ("closed", .at("2026-01-15 09:00")),
          (
            "events",
            .list([
              .map(["stage": .code("assigned"), "at": .at("2026-01-05 13:00"), "result": .code("failed")]),
              .map(["stage": .code("informed"), "at": .at("2026-01-06 09:00")]),
            ])
          ),
          (
            "paused",
            .list([
              .map(["from": .at("2026-01-06 12:00"), "to": .at("2026-01-07 12:00")]),
              .map(["from": .at("2026-01-07 06:00"), "to": .at("2026-01-08 12:00")]),
            ])
          ),
          products([
            ["inspected": .quantity(200), "defective": .quantity(7)], ["inspected": .quantity(50)],
            ["defective": .quantity(3)],
          ]),
        ]),
      caseFile(
        "B", "2026-01-05",
        fields: [
          ("closed", .at("2026-01-07")), ("validity", .code("invalid")),
          products([["inspected": .quantity(10), "defective": .quantity(9)]]),
        ]),
    ]
    let findings = Findings(ledger(cases), asOf: day("2026-01-31"))
    let january = try #require(findings.further(of: Period(.month, containing: day("2026-01-31"))))
    #expect(january.value(of: figure) == expected)
  }

  @Test func changesAreNothingOverZero() throws {
    let changes = exampleFindings.changes(.month)
    #expect(changes.map { $0.fraction(of: .received, against: .previous) } == [nil, -0.5, 0])
    #expect(changes.map { $0.fraction(of: .repeats, against: .previous) } == [nil, nil, -1])
    #expect(changes.allSatisfy { $0.fraction(of: .received, against: .yearEarlier) == nil })
  }

  @Test func keysHaveTheirFurtherFigures() throws {
    let figures = exampleFindings.keyFigures(by: .department)
    let production = try #require(figures.first { $0.key == "制造部" })
    // 70 % of A and half of C.
    #expect(production.valid == 1.2 && production.closedOnTime == 0.7 && production.repeats == 0.5)
    #expect(production.onTimeRate == 1 && production.survival?.count == 2)
    // A alone is closed: 70 % of its 125, and nobody called.
    #expect(try abs(#require(production.handling.costPerCase) - 125) < 1e-9)
    #expect(production.handling.followupDue == 0.7)
    #expect(production.handling.followupRate == 0 && production.handling.p90HoursToRespond == 6)
    #expect(production.handling.responseRate == nil && production.handling.medianHoursToInform == nil)
    let product = try #require(exampleFindings.keyFigures(by: .product).first { $0.key == "P1" })
    #expect(product.complaintLots == 2 && product.defective == 5 && product.shippedLots == nil)
  }
}
