import Complaints
import Testing

@testable import Intake

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
