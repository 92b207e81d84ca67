import Complaints
import Testing

@testable import Site

@Suite struct EightDTests {
  private func card(_ lines: String, site: String = "", asOf: String = "2026-10-31") throws -> String {
    let text = sampleCase("a1", "received: 2026-10-05 09:00\n\(lines)")
    let edition = try SampleLedger(["cases/a.md": text, "site.yaml": "title: 看板\n\(site)"]).edition(.team, asOf: asOf)
    return try #require(pages(of: edition).first { $0.path.text == "cases/2026-10/a1.html" }).html
  }

  /// What stands beside each discipline: its date, or its limit.
  private func status(_ card: String) -> [String: String] {
    var found: [String: String] = [:]
    let rows = card.matches(
      of: /<span class="k">(D\d)<\/span>.*?<div class="s">(.*?)<\/div><\/li>/.dotMatchesNewlines())
    for row in rows { found[String(row.1)] = String(row.2.replacing(/<[^>]*>/, with: "")) }
    return found
  }

  @Test func disciplinesStandInOrderWithTheirDatesAndLimits() throws {
    let card = try card(
      """
      eight_d: { number: 8D-1, statement: { what: 异响 } }
      team: [李]
      containment: [{ action: 隔离, done: 2026-10-06 }]
      corrective: [{ action: 改线, due: 2026-10-20 }]
      preventive: [{ action: 改图, due: 2026-11-20 }]
      events:
        - { stage: responded, at: 2026-10-05 10:00 }
        - { stage: cause_found, at: 2026-10-09 10:00 }
        - { stage: planned, step: D5, at: 2026-10-12 10:00, result: doing }
      """, site: "limits: [{ name: 原因, stage: cause_found, limit: 2d }]")
    #expect(
      status(card) == [
        "D0": "10-05", "D1": "", "D2": "", "D3": "10-06", "D4": "10-09，迟 2 日", "D5": "", "D6": "超期 11 日",
        "D7": "限 11-20", "D8": "",
      ])
    let order = card.matches(of: /<span class="k">(D\d)<\/span>/).map { String($0.1) }
    #expect(order == (0...8).map { "D\($0)" })
  }

  /// One map of the eight alone is no 8D, and stands in a section of its own.
  @Test func aLoneCauseIsNoEightDisciplines() throws {
    let card = try card("root_cause: 虚焊")
    #expect(!card.contains("<span class=\"k\">D4</span>") && card.contains("虚焊"))
  }

  @Test func whatHappensAfterAsOfHasNotHappened() throws {
    let lines = "team: [李]\nroot_cause: 虚焊\nevents: [{ stage: cause_found, at: 2026-10-09 }]"
    #expect(try status(card(lines, asOf: "2026-10-08"))["D4"] == "")
    #expect(try status(card(lines, asOf: "2026-10-09"))["D4"] == "10-09")
  }
}
