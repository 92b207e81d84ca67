import Foundation
import Testing

/// Which day the figures stand at: --as-of, else SOURCE_DATE_EPOCH, else site.yaml, else today.
struct AsOfTests {
  private func asOf(_ site: String, _ options: [String] = [], epoch: String? = nil) throws -> String? {
    let workplace = try Workplace(["site.yaml": "title: 看板\n" + site])
    let environment = epoch.map { ["SOURCE_DATE_EPOCH": $0] } ?? [:]
    let outcome = try kesu(["check", "--format", "json"] + options, in: workplace.path, environment: environment)
    let document = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    return document?["as_of"] as? String
  }

  // 1793491200 = 2026-11-01T00:00:00Z, by `date -u -d @1793491200`.
  @Test(
    arguments: [
      ("as_of: 2026-10-31\n", ["--as-of", "2026-09-30"], "1793491200", "2026-09-30"),
      ("as_of: 2026-10-31\n", [], "1793491200", "2026-11-01"),
      ("as_of: 2026-10-31\n", [], "1793491199", "2026-11-01"),
      ("as_of: 2026-10-31\ntime_zone: UTC\n", [], "1793491199", "2026-10-31"),
      ("as_of: 2026-10-31\n", [], nil, "2026-10-31"),
      ("as_of: 2026-10-31\n", [], "", "2026-10-31"),
    ] as [(String, [String], String?, String)])
  func theFirstOneHolds(site: String, options: [String], epoch: String?, expected: String) throws {
    #expect(try asOf(site, options, epoch: epoch) == expected)
  }

  @Test func elseItIsTodayInTheZoneOfTheSite() throws {
    func today() throws -> String {
      let outcome = try run(["date", "+%F"], in: "/", environment: ["TZ": "Pacific/Kiritimati"])
      return outcome.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let before = try today()
    let found = try asOf("time_zone: Pacific/Kiritimati\n")
    // Midnight may have passed.
    #expect(try [before, today()].contains(found))
  }
}
