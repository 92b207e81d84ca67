import Complaints
import Testing

@testable import Site

/// Contract 2: a duration with a value that has no time uses dates only.
@Suite struct LatenessTests {
  @Test(arguments: [
    ("2026-10-06 09:00:01", "迟 1 分钟"), ("2026-10-06 09:59", "迟 59 分钟"), ("2026-10-06 10:00", "迟 1.0 小时"),
    ("2026-10-07 21:00", "迟 1.5 日"), ("2026-10-07", "迟 1 日"), ("2026-10-09", "迟 3 日"),
  ])
  func aStepTellsHowLateItWas(at: String, words: String) throws {
    let text = sampleCase("a1", "received: 2026-10-05 09:00\nevents: [{ stage: responded, at: \(at) }]")
    let site = "title: 看板\nlimits: [{ name: 响应, stage: responded, limit: 24h }]"
    let edition = try SampleLedger(["cases/a.md": text, "site.yaml": site]).edition(.team, asOf: "2026-10-31")
    let card = try #require(pages(of: edition).first { $0.path.text == "cases/2026-10/a1.html" }).html
    #expect(card.contains(">\(words)<"))
  }
}
