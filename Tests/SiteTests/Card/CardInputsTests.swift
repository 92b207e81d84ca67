import Complaints
import Digests
import Foundation
import Testing

@testable import Site

/// A card says what it reads: where that is the same, so is the card.
struct CardInputsTests {
  /// The card of a case and the digest of what it reads.
  private func card(_ id: String, in edition: Edition) throws -> (inputs: Digest, html: String) {
    let path = try #require(edition.cards[id])
    let page = try #require(pages(of: edition).first { $0.path == path })
    let inputs = try #require(page.inputs)
    return (inputs(), try page.html)
  }

  private static let moments = [
    "2026-05-31", "2026-09-30", "2026-10-05", "2026-10-15", "2026-10-31", "2026-11-01", "2027-03-01",
  ]

  /// Cases that move with as-of in different ways.
  private static let cases = [
    "open": "received: 2026-10-01 09:00",
    "closed": "received: 2026-09-01\nstatus: closed\nclosed: 2026-09-10 10:00",
    "later":
      "received: 2026-09-01\nstatus: closed\nclosed: 2026-10-10 10:00\ncorrective: [{ action: 换, done: 2026-10-20 }]",
    "reopened":
      "received: 2026-09-01\nstatus: in_progress\nevents: [{ stage: closed, at: 2026-09-10 }, { stage: reopened, at: 2026-10-08 }]",
    "paused": "received: 2026-09-01\nstatus: closed\nclosed: 2026-09-20\npaused: [{ from: 2026-09-05 }]",
    "void": "received: 2026-09-01\nstatus: void",
    "asked": "received: 2026-09-01\nkind: inquiry\npromised: 2026-10-02",
    "answered": "received: 2026-09-01\nreply_by: 2026-09-03\nevents: [{ stage: replied, at: 2026-10-04 }]",
    "linked": "received: 2026-09-02\nstatus: closed\nclosed: 2026-09-03\nrelated: [open, closed]",
    "told": "received: 2026-09-02\nstatus: closed\nclosed: 2026-09-03\nattachments: [a.png, b.png]",
  ]

  private func ledger(_ more: [String: String] = [:]) throws -> SampleLedger {
    var files = [
      "site.yaml": "title: 看板\nlimits: [{ name: 结案, limit: 13d }, { name: 响应, stage: responded, limit: 24h }]\n"
    ]
    for (id, lines) in Self.cases { files["cases/\(id).md"] = sampleCase(id, lines, narrative: "![照](c.png)\n") }
    return try SampleLedger(files.merging(more) { $1 })
  }

  @Test(arguments: [Audience.team, .management])
  func equalInputsMakeEqualCardsOnAnyDay(audience: Audience) throws {
    let ledger = try ledger()
    var known: [Digest: String] = [:]
    for moment in Self.moments {
      let edition = try ledger.edition(audience, asOf: moment)
      for id in Self.cases.keys.sorted() where edition.cards[id] != nil {
        let (inputs, html) = try card(id, in: edition)
        if let former = known[inputs] { #expect(former == html, "\(id) on \(moment)") }
        known[inputs] = html
      }
    }
  }

  @Test func aClosedCaseDoesNotMoveWithTheDay() throws {
    let ledger = try ledger()
    let days = try ["2026-10-31", "2026-11-01"].map { try ledger.edition(.management, asOf: $0) }
    func isSame(_ id: String) throws -> Bool { try card(id, in: days[0]).inputs == card(id, in: days[1]).inputs }
    for id in ["closed", "later", "linked", "told"] { #expect(try isSame(id), "\(id)") }
    for id in ["open", "reopened", "paused", "answered"] { #expect(try !isSame(id), "\(id)") }
  }

  @Test(arguments: [
    ("told", ["attachments/a.png": "bytes"]),
    ("told", ["attachments/c.png": "bytes"]),
    // Without a file of that name, a private case may hide it all the same.
    ("told", ["cases/p.md": sampleCase("p", "received: 2026-09-02\nprivate: yes\nattachments: [b.png]")]),
    ("linked", ["cases/open.md": sampleCase("open", "received: 2026-10-01\nprivate: yes")]),
    ("linked", ["cases/open.md": sampleCase("open", "received: 2026-09-01")]),
    ("closed", ["improvements/m.md": "---\ntitle: 换料\nowner: 张三\ncases: [closed]\n---\n换。\n"]),
    ("closed", ["cases/closed.md": sampleCase("closed", cases["closed"] ?? "", narrative: "又及。\n")]),
    ("closed", ["cases/closed.md": sampleCase("closed", "received: 2026-09-01\nstatus: closed\nclosed: 2026-09-11")]),
    ("closed", ["site.yaml": "title: 另一块看板\n"]),
    ("closed", ["calendar/2026.yaml": "holidays: [2026-09-03]\n"]),
    ("closed", ["pages/a.md": "# 指南\n"]),
  ])
  func whatACardReadsIsInItsInputs(id: String, change: [String: String]) throws {
    let (before, after) = (try ledger().edition(.management), try ledger(change).edition(.management))
    #expect(try card(id, in: before).inputs != card(id, in: after).inputs)
  }

  /// The link to its editor tells the team's card where its file stands, and no other card.
  @Test func onlyACardWithALinkToItsFileReadsWhereThatStands() throws {
    let site = "title: 看板\nedit_url: https://example.org/edit/{path}\n"
    func inputs(_ name: String, _ audience: Audience) throws -> Digest {
      let text = sampleCase("one", "received: 2026-09-01\nstatus: closed\nclosed: 2026-09-10")
      return try card("one", in: SampleLedger(["site.yaml": site, name: text]).edition(audience)).inputs
    }
    #expect(try inputs("cases/a.md", .team) != inputs("cases/b.md", .team))
    #expect(try inputs("cases/a.md", .management) == inputs("cases/b.md", .management))
  }

  @Test func whatACardDoesNotReadIsNotInItsInputs() throws {
    let (before, after) = (
      try ledger(),
      try ledger([
        "cases/new.md": sampleCase("new", "received: 2026-10-30"), "reports/monthly/2026-10.md": "本月。\n",
        "exposure/2026.csv": "period,product,shipped_lots\n2026-10,,900\n",
      ])
    )
    for audience in [Audience.team, .management] {
      let (one, other) = (try before.edition(audience), try after.edition(audience))
      for id in Self.cases.keys.sorted() {
        let (former, later) = (try card(id, in: one), try card(id, in: other))
        #expect(former.inputs == later.inputs, "\(id)")
        #expect(former.html == later.html, "\(id)")
      }
    }
  }
}
