import Complaints
import Findings
import Testing

/// Domain B22: a problem that comes back is another thing than a complaint that is repeated.
@Suite struct ProblemRepeatsTests {
  private static func file(
    _ id: String, _ received: String, _ category: String?, _ parts: [String], validity: String = "valid"
  ) -> CaseFile {
    let products = parts.map { Given.map(["name": .text("电容"), "part_no": .text($0)]) }
    var fields: [(String, Given)] = [("product", .list(products)), ("validity", .code(validity))]
    if let category { fields.append(("category", .code(category))) }
    return caseFile(id, received, fields: fields)
  }

  private static let findings = Findings(
    ledger([
      file("A", "2025-01-10", "quality/leakage", ["C-1"]),
      // The same day, and neither is before the other.
      file("B", "2025-01-10", "quality/leakage", ["C-1"]),
      file("C", "2025-03-01", "quality/noise", ["C-1"]), file("D", "2025-03-02", "quality/leakage", ["C-2"]),
      file("E", "2025-04-01", "quality/leakage", ["C-3", "C-2"]), file("F", "2025-05-01", nil, ["C-1"]),
      file("G", "2025-06-01", "quality/leakage", [String](), validity: "valid"),
      file("H", "2026-01-05", "quality/leakage", ["C-9"], validity: "invalid"),
      file("I", "2026-01-08", "quality/leakage", ["C-9"]),
      // 365 days after A and B, and a day more.
      file("J", "2026-01-10", "quality/leakage", ["C-1"]), file("K", "2027-01-11", "quality/leakage", ["C-1"]),
    ]), asOf: day("2027-01-31"))

  @Test(
    arguments: [
      ("A", nil), ("B", nil), ("C", nil), ("D", nil), ("E", "D"), ("F", nil), ("G", nil), ("H", nil), ("I", nil),
      ("J", "B"), ("K", nil),
    ] as [(String, String?)])
  func theSameProductWithTheSameCategoryIsTheProblem(id: String, before: String?) throws {
    let number = try #require(Self.findings.cases.indices.first { Self.findings.complaint($0).id == id })
    #expect(Self.findings.problems.before(number).map { Self.findings.complaint($0).id } == before)
    #expect(Self.findings.problems.names(number) == !["F", "G", "H"].contains(id))
  }

  @Test(
    arguments: [
      ("2025-01", 2.0, 0.0, 0.0), ("2025-04", 1, 1, 1), ("2025-06", 0, 0, nil), ("2026-01", 2, 1, 0.5),
    ] as [(String, Double, Double, Double?)])
  func theShareIsOfThoseThatNameBoth(month: String, named: Double, again: Double, share: Double?) throws {
    let figures = try #require(Self.findings.further(of: Period(.month, containing: day(month + "-01"))))
    #expect(figures.value(of: .problemsNamed) == named)
    #expect(figures.value(of: .problemRepeats) == again)
    #expect(figures.value(of: .problemRepeatRate) == share)
  }
}
