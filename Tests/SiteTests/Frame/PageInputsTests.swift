import Complaints
import Digests
import Foundation
import Testing

@testable import Site

/// Every page says what it reads: where that is the same, so is the page, whatever was edited.
struct PageInputsTests {
  private static let months = ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]

  /// Three cases a month: one closed within it, one closed two months later, one open.
  private static func text(_ number: Int, _ more: String = "", narrative: String = "正文。\n") -> String {
    let (month, kind) = (number / 3, number % 3)
    let close: String? =
      switch kind {
      case 0: "\(months[month])-20 10:00"
      case 1 where month + 2 < months.count: "\(months[month + 2])-12 16:00"
      default: nil
      }
    let lines = [
      "received: \(months[month])-0\(3 + kind) 09:30",
      "category: \(number % 2 == 0 ? "quality/noise" : "delivery/shortage")",
      "severity: \(["minor", "major", "critical"][number % 3])", "channel: \(number % 2 == 0 ? "phone" : "email")",
      "owner: 贺兰舟", "departments: [{ name: 仓储部, share: 60% }, { name: 业务部, share: 40% }]",
      "product: { name: 适配器, lots: \(number % 4 + 1), defective: \(number) }", "satisfaction: \(number % 5 + 1)",
      "costs: { freight: \(number * 10) }", "events: [{ stage: responded, at: \(months[month])-0\(3 + kind) 15:00 }]",
      close.map { "status: closed\nclosed: \($0)" } ?? "status: in_progress",
    ]
    return sampleCase(
      "c\(number)", (lines + (more.isEmpty ? [] : [more])).joined(separator: "\n"), narrative: narrative)
  }

  private static func name(_ number: Int) -> String { "cases/\(number % 4)/c\(number).md" }

  private func ledger() throws -> SampleLedger {
    let limits = "limits: [{ name: 结案, limit: 13d }, { name: 响应, stage: responded, limit: 24h }]"
    var files = [
      "site.yaml": "title: 看板\n\(limits)\n", "exposure/2026.csv": "period,product,shipped_lots\n2026-10,,900\n",
      "reports/monthly/2026-09.md": "本月见 [c1](../../cases/c1.md)。\n",
      // What figures in a narrative tell of, the report reads as well, however their fence is written.
      "reports/monthly/2026-08.md": "~~~ kesu\nchart: pareto\nmetric: received\nby: severity\nperiod: 2026-04\n~~~\n",
      "reports/annual/2026.md": "```kesu\nchart: bars\nmetric: received\nby: owner\n```\n",
    ]
    for number in 0..<24 { files[Self.name(number)] = Self.text(number) }
    files[Self.name(7)] = Self.text(7, "related: [c1]")
    files["cases/a.md"] = sampleCase("a", "received: 2026-07-03\nappeal_of: c2\nstatus: closed\nclosed: 2026-08-02")
    return try SampleLedger(files)
  }

  private static let edits: [(what: String, name: String, text: String?)] = [
    ("narrative", name(4), text(4, narrative: "又及。\n")),
    ("severity", name(3), text(3).replacing("severity: minor", with: "severity: critical")),
    ("category", name(9), text(9).replacing("delivery/shortage", with: "quality/optical")),
    ("title", name(12), text(12).replacing("title: 案", with: "title: 另案")),
    ("closing", name(6), text(6).replacing("-20 10:00", with: "-28 11:00")),
    ("reopened", name(0), text(0, "reopened: 2026-09-01")),
    ("departments", name(10), text(10).replacing("60%", with: "50%").replacing("40%", with: "50%")),
    ("another department", name(10), text(10).replacing("业务部", with: "品保部")),
    ("response", name(15), text(15).replacing("15:00", with: "16:00")),
    ("cost", name(3), text(3).replacing("freight: 30", with: "freight: 31")),
    ("repeat", name(20), text(20, "repeat_of: c5")),
    (
      "appeal", "cases/a.md", sampleCase("a", "received: 2026-07-03\nappeal_of: c2\nstatus: closed\nclosed: 2026-09-30")
    ),
    ("private", name(8), text(8, "private: yes")),
    ("void", name(8), text(8).replacing("in_progress", with: "void")),
    ("new", "cases/new.md", sampleCase("new", "received: 2026-06-30\nseverity: major")),
    ("owner", name(3), text(3).replacing("贺兰舟", with: "许嘉木")),
    ("department of a step", name(6), text(6).replacing("stage: responded", with: "department: 外协, stage: responded")),
    ("removed", name(5), nil),
    ("renamed", name(11), text(11).replacing("id: c11", with: "id: d11")),
    ("in error", name(13), text(13, "promised: 2026-13-45")),
    ("late", name(14), text(14, "promised: 2026-08-01")),
    ("exposure", "exposure/2026.csv", "period,product,shipped_lots\n2026-10,,901\n"),
    ("report", "reports/monthly/2026-09.md", "本月无事。\n"),
    ("attachment", "attachments/a.pdf", "pdf"),
  ]

  private struct Made {
    let inputs: Digest?
    let html: String
  }

  private func pages(in edition: Edition, but known: [String: Made] = [:]) throws -> [String: Made] {
    var found: [String: Made] = [:]
    for page in Site.pages(of: edition) {
      let inputs = page.inputs?()
      // A page that is known to read something else need not be made.
      if let former = known[page.path.text], former.inputs != inputs { continue }
      found[page.path.text] = Made(inputs: inputs, html: try page.html)
    }
    return found
  }

  @Test(arguments: [Audience.team, .management, .public])
  func equalInputsMakeEqualPagesWhateverIsEdited(audience: Audience) throws {
    let ledger = try ledger()
    let before = try pages(in: ledger.edition(audience))
    #expect(before.values.allSatisfy { $0.inputs != nil })
    for edit in Self.edits {
      let former = Self.name(of: edit.name)
      try ledger.write(edit.text, to: edit.name)
      for (path, page) in try pages(in: ledger.edition(audience), but: before) {
        guard let same = before[path] else { continue }
        #expect(page.html == same.html, "\(edit.what): \(path) for \(audience)")
      }
      if let former { try ledger.write(former, to: edit.name) } else { try ledger.write(nil, to: edit.name) }
    }
  }

  @Test(arguments: [Audience.team, .management])
  func aPieceIsAsItWasWhereItsInputsAre(audience: Audience) throws {
    let ledger = try ledger()
    var known: [Digest: [UInt8]] = [:]
    func look(_ what: String) throws {
      for page in Site.pages(of: try ledger.edition(audience)) {
        guard let pieces = try page.pieces?() else { continue }
        #expect(Set(pieces.map(\.inputs)).count == pieces.count, "\(what)")
        var whole = ""
        for piece in pieces {
          var bytes: [UInt8] = []
          try piece.render(&bytes)
          #expect(known.updateValue(bytes, forKey: piece.inputs) ?? bytes == bytes, "\(what): \(page.path.text)")
          whole += String(decoding: bytes, as: UTF8.self)
        }
        #expect(try page.html == whole, "\(what)")
      }
    }
    try look("nothing")
    for edit in Self.edits {
      let former = Self.name(of: edit.name)
      try ledger.write(edit.text, to: edit.name)
      try look(edit.what)
      if let former { try ledger.write(former, to: edit.name) } else { try ledger.write(nil, to: edit.name) }
    }
  }

  /// What stands under a name before it is edited.
  private static func name(of name: String) -> String? {
    switch name {
    case "cases/a.md":
      return sampleCase("a", "received: 2026-07-03\nappeal_of: c2\nstatus: closed\nclosed: 2026-08-02")
    case "exposure/2026.csv": return "period,product,shipped_lots\n2026-10,,900\n"
    case "reports/monthly/2026-09.md": return "本月见 [c1](../../cases/c1.md)。\n"
    default:
      let number = (0..<24).first { Self.name($0) == name }
      return number.map { $0 == 7 ? text(7, "related: [c1]") : text($0) }
    }
  }

  /// The paths of the pages that an edit makes anew.
  private func anew(_ text: String, at name: String) throws -> Set<String> {
    let ledger = try ledger()
    func inputs() throws -> [String: Digest?] {
      let pages = Site.pages(of: try ledger.edition(.management))
      return Dictionary(pages.map { ($0.path.text, $0.inputs?()) }) { first, _ in first }
    }
    let before = try inputs()
    try ledger.write(text, to: name)
    return Set(try inputs().filter { before[$0.key] != .some($0.value) }.keys)
  }

  /// Whose a file in error is, the state of the ledger says, though no case is made of it.
  @Test(arguments: ["received: 2026-13-01", "received: 2026-06-01\npromised: 2026-13-45"])
  func theStateReadsWhoseAFileInErrorIs(lines: String) throws {
    let ledger = try ledger()
    func state(_ owner: String) throws -> Digest? {
      try ledger.write(sampleCase("bad", lines + "\nowner: " + owner), to: "cases/bad.md")
      let pages = Site.pages(of: try ledger.edition(.management))
      return try #require(pages.first { $0.path == .ledgerState }).inputs?()
    }
    #expect(try state("张三") != state("李四"))
  }

  @Test func aNarrativeIsReadByItsCardAlone() throws {
    #expect(try anew(Self.text(4, narrative: "又及。\n"), at: Self.name(4)) == ["cases/2026-04/c4.html"])
  }

  @Test func aCaseStandsOnTheListsOfItsOwnTime() throws {
    let severity = Self.text(3).replacing("severity: minor", with: "severity: critical")
    let paths = try anew(severity, at: Self.name(3))
    for path in ["cases/2026-04/c3.html", "lists/2026-04/received.html", "data/cases.csv"] {
      #expect(paths.contains(path), "\(path)")
    }
    // Received and closed in April; the overview and the state of the ledger tell of no case how severe it is.
    for path in ["cases/2026-03/index.html", "cases/2026-05/c6.html", "index.html", "ledger-state/index.html"] {
      #expect(!paths.contains(path), "\(path)")
    }
    #expect(!paths.contains { $0.hasPrefix("lists/2026-03/") || $0.hasPrefix("lists/2026-05/") })
    #expect(paths.contains { $0.hasPrefix("lists/2026-04/") })
    // A report tells of its month and of the one before; one that places figures may tell of any.
    let reports = paths.filter { $0.hasPrefix("reports/monthly/2") }
    #expect(reports == Set(["2026-04", "2026-05", "2026-08"].map { "reports/monthly/\($0).html" }))
  }

  @Test func aNewCaseLeavesTheListsAndReportsOfEarlierMonthsAlone() throws {
    let paths = try anew(
      sampleCase(
        "new",
        "received: 2026-06-30\nstatus: closed\nclosed: 2026-07-02\ncategory: quality/noise\n"
          + "departments: [{ name: 仓储部, share: 100% }]"),
      at: "cases/new.md")
    for path in ["lists/2026-06/received.html", "lists/2026-07/closed.html", "reports/monthly/2026-06.html"] {
      #expect(paths.contains(path), "\(path)")
    }
    // It was open at the end of June alone, and neither came nor was closed in another month.
    for path in [
      "lists/2026-05/received.html", "lists/2026-07/received.html", "lists/2026-05/closed.html",
      "lists/2026-08/open.html", "reports/monthly/2026-05.html", "lists/owner/贺兰舟.html",
    ] { #expect(!paths.contains(path), "\(path)") }
  }

  /// Sections are named by reasons, which are told apart by those beside them, and the rare ones stand together: what the
  /// first case without a reason makes of that, the parts of all months read.
  @Test(arguments: [["等料"], ["-"], (1...31).map { "理由 \($0)" }])
  func thePartsOfALongListReadWhichReasonsThereAre(_ reasons: [String]) throws {
    func text(_ number: Int, _ reason: String?) -> String {
      let lines = ["received: 2026-0\(8 + number % 2)-05 09:30"] + (reason.map { ["open_reason: \"\($0)\""] } ?? [])
      return sampleCase("c\(number)", lines.joined(separator: "\n"))
    }
    var files = ["site.yaml": "title: 看板\n"]
    for number in 0...CaseList.most { files["cases/c\(number).md"] = text(number, reasons[number / 2 % reasons.count]) }
    let ledger = try SampleLedger(files)
    func parts() throws -> [String: Made] {
      let pages = Site.pages(of: try ledger.edition(.management)).filter {
        $0.path.text.hasPrefix("lists/2026-10/open-by-reason-2026-08")
      }
      return Dictionary(try pages.map { ($0.path.text, Made(inputs: $0.inputs?(), html: try $0.html)) }) { one, _ in one
      }
    }
    let before = try parts()
    #expect(before.count == 1)
    try ledger.write(text(CaseList.most + 2, nil).replacing("2026-08", with: "2026-09"), to: "cases/new.md")
    for (path, page) in try parts() {
      let same = try #require(before[path])
      #expect((page.inputs == same.inputs) == (page.html == same.html), "\(path)")
      #expect((page.html == same.html) == (reasons == ["等料"]))
    }
  }
}
