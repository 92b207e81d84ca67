import Complaints
import Foundation
import Testing

@testable import Intake

@Suite struct LedgerReadingTests {
  static func text(_ id: String, received: String = "2026-10-12", more: String = "") -> String {
    "---\nid: \(id)\ntitle: t\nreceived: \(received)\n\(more)---\n叙述\n"
  }

  @Test func casesAreOrderedByTimeAndID() throws {
    let ledger = try TemporaryLedger([
      "cases/z.md": Self.text("b", received: "2026-10-12 08:00"), "cases/2026/10/a.MD": Self.text("c"),
      "cases/x.md/deep.md": Self.text("a"), "cases/.hidden.md": "x", "cases/copy.md~": "x", "cases/notes.txt": "x",
      "cases/2025/y.md": Self.text("d", received: "2025-01-01"),
    ])
    let (one, lines) = try ledger.read(jobs: 1)
    #expect(lines == [])
    #expect(one.cases.map(\.complaint.id) == ["d", "a", "c", "b"])
    #expect(try ledger.read(jobs: 4).ledger.cases.map(\.path) == one.cases.map(\.path))
  }

  @Test func onlyRegularFilesAreRead() throws {
    let ledger = try TemporaryLedger(["cases/a.md": Self.text("a"), "pages/p.md": "# 情形\n", "attachments/a.pdf": "x"])
    let content = ledger.content
    #expect(mkfifo(content + "/cases/pipe.md", 0o600) == 0)
    try FileManager.default.createSymbolicLink(atPath: content + "/cases/link.md", withDestinationPath: "a.md")
    try FileManager.default.createSymbolicLink(atPath: content + "/pages/loop", withDestinationPath: "..")
    try FileManager.default.createSymbolicLink(atPath: content + "/attachments/out", withDestinationPath: "/etc")
    let (found, lines) = try ledger.read()
    #expect(
      lines == [
        "content/attachments/out:1:1: warning: a symbolic link is not read; put a regular file here [file.special]",
        "content/cases/link.md:1:1: warning: a symbolic link is not read; put a regular file here [file.special]",
        "content/cases/pipe.md:1:1: warning: a named pipe is not read; put a regular file here [file.special]",
        "content/pages/loop:1:1: warning: a symbolic link is not read; put a regular file here [file.special]",
      ])
    #expect(found.cases.count == 1)
    #expect(found.pages.map(\.title) == ["情形"])
  }

  @Test func attachmentsDoNotLeadOut() throws {
    let ledger = try TemporaryLedger([
      "cases/a.md": Self.text("a", more: "attachments: [out/passwd, in/a.pdf, ./b//a.pdf, gone]\n"),
      "attachments/b/a.pdf": "x",
    ])
    let folder = ledger.content + "/attachments/"
    for (name, target) in [("out", "/etc"), ("in", "b"), ("gone", "../../nowhere")] {
      try FileManager.default.createSymbolicLink(atPath: folder + name, withDestinationPath: target)
    }
    let (found, lines) = try ledger.read()
    #expect(
      lines.filter { $0.contains("cases/") } == [
        "content/cases/a.md:5:15: error: attachments.file (文件): 'out/passwd' leads out of attachments/ through a symbolic link; copy the file there [attachment.unsafe]",
        "content/cases/a.md:5:27: warning: attachments.file (文件): there is no file 'in/a.pdf' below attachments/; add it, or correct the name [attachment.missing]",
        "content/cases/a.md:5:49: error: attachments.file (文件): 'gone' leads out of attachments/ through a symbolic link; copy the file there [attachment.unsafe]",
      ])
    #expect(found.rejected.count == 1)
  }

  /// One run names everything: what cannot be read hides no broken rule, but for the rules that ask for it.
  @Test func unreadableValuesHideNoBrokenRule() throws {
    let ledger = try TemporaryLedger([
      "cases/1.md": Self.text(
        "a", more: "channel: zz\nstatus: closed\ndepartments: [{ name: 制造部, share: 50 }]\nrelated: [gone]\n"),
      "cases/2.md": Self.text("b", more: "status: closed\nclosed: 2026-13-01\n"),
      "cases/3.md": Self.text("c", more: "status: closed\n"), "cases/4.md": Self.text("C"),
    ])
    let audited = try ledger.read().ledger.audited(asOf: try #require(Day(year: 2026, month: 10, day: 31)), content: "")
      .ledger
    #expect(
      audited.diagnostics.map { "\(($0.place.path as NSString).lastPathComponent):\($0.place.line) \($0.code)" } == [
        "1.md:5 value.unknown", "1.md:6 status.times", "1.md:7 shares.sum", "1.md:8 relation.unknown",
        "2.md:6 date.invalid", "3.md:2 id.duplicate", "3.md:5 status.times", "4.md:2 id.duplicate",
      ])
    #expect(audited.rejected.count == 4)
  }

  @Test func equalIDsAreWrongAtBothFiles() throws {
    let ledger = try TemporaryLedger([
      "cases/1.md": Self.text("Caf\u{E9}"), "cases/2.md": Self.text("cafE\u{301}"), "cases/3.md": Self.text("x"),
      "cases/4.md": Self.text("x-8d"), "cases/5.md": Self.text("y-8d"),
      "cases/6.md": Self.text("x", more: "status: gone\n"),
    ])
    let (found, lines) = try ledger.read()
    #expect(
      lines
        == [
          "content/cases/1.md:2:5: error: the id 'Café' is also that of \(ledger.content)/cases/2.md; give one of them another [id.duplicate]",
          "content/cases/2.md:2:5: error: the id 'cafÉ' is also that of \(ledger.content)/cases/1.md; give one of them another [id.duplicate]",
          "content/cases/3.md:2:5: error: the id 'x' is also that of \(ledger.content)/cases/6.md; give one of them another [id.duplicate]",
          "content/cases/4.md:2:5: error: the id 'x-8d' is the name of the 8D page of 'x'; give the case another [id.reserved]",
          "content/cases/6.md:2:5: error: the id 'x' is also that of \(ledger.content)/cases/3.md; give one of them another [id.duplicate]",
          "content/cases/6.md:5:9: error: unknown status 'gone'; write pending, in_progress, resolved, closed or void [value.unknown]",
        ].map { $0.replacing(ledger.root + "/", with: "") })
    #expect(found.cases.map(\.complaint.id) == ["y-8d"])
    #expect(found.rejected.count == 5)
  }

  @Test func errorsOfOtherFilesAreToldApart() throws {
    let ledger = try TemporaryLedger([
      "site.yaml": "title: x\nlanguage: de\n", "cases/a.md": "nothing", "calendar/26.yaml": "holidays: []",
      "reports/weekly/2026-10.md": "x", "reports/monthly/2026-10.md": "x", "reports/monthly/b/2026-10.md": "x",
    ])
    let found = try ledger.read().ledger
    #expect(
      found.errorsOutsideCases.map { $0.description.replacing(ledger.root + "/", with: "") } == [
        "content/calendar/26.yaml:1:1: error: the file's name is not the period it is for; name it like 2026.yaml [file.period]",
        "content/reports/monthly/b/2026-10.md:1:1: error: 2026-10 has a second file, \(ledger.content)/reports/monthly/2026-10.md; keep one [file.duplicate]"
          .replacing(ledger.root + "/", with: ""),
        "content/reports/weekly/2026-10.md:1:1: error: the file's name is not the period it is for; name it like 2026-W42.md [file.period]",
        "content/site.yaml:2:11: error: language: 'de' cannot be used; write zh-Hans or en [settings.value]",
      ])
    #expect(found.rejected == [ledger.content + "/cases/a.md"])
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    var files: [String: String] = [:]
    for number in 100..<300 {
      let day = 10 + number % 18
      let more = number % 7 == 0 ? "status: gone\n" : "颜色: 红\n"
      files["cases/\(number % 12)/\(number).md"] = Self.text("c\(number)", received: "2026-10-\(day)", more: more)
    }
    let ledger = try TemporaryLedger(files)
    let (one, lines) = try ledger.read(jobs: 1)
    #expect(one.cases.count + one.rejected.count == 200)
    #expect(one.rejectedIDs.count == one.rejected.count)
    for jobs in [2, 3, 64] {
      let (other, same) = try ledger.read(jobs: jobs)
      #expect(other.cases.map(\.path) == one.cases.map(\.path))
      #expect(other.rejected == one.rejected)
      #expect(same == lines)
    }
  }

  @Test func aNameThatIsNoTextIsNotLost() throws {
    let ledger = try TemporaryLedger()
    try ledger.write(Array("x".utf8), to: "cases/a\nb.md")
    let (found, lines) = try ledger.read()
    #expect(
      lines == ["content/cases/a\\x0Ab.md:1:1: error: the file's name is not plain UTF-8 text; rename it [file.name]"])
    #expect(found.rejected.count == 1)
    #expect(found.errorsOutsideCases.isEmpty)
  }

  /// A folder as a machine with Latin-1 names it, with another inside.
  @Test func noCaseIsLostInAFolderWhoseNameIsNoText() throws {
    let ledger = try TemporaryLedger(["cases/a.md": Self.text("a")])
    let folder = Array("cases/M".utf8) + [0xFC] + Array("ller".utf8)
    try ledger.write(raw: folder, [])
    for name in ["/b.md", "/notes.txt"] { try ledger.write(raw: folder + Array(name.utf8), Array("x".utf8)) }
    try ledger.write(raw: folder + Array("/2026".utf8), [])
    try ledger.write(raw: folder + Array("/2026/c.MD".utf8), Array(Self.text("c").utf8))
    let (found, lines) = try ledger.read()
    let problem = "error: the name of its folder is not plain UTF-8 text; rename the folder [file.name]"
    #expect(
      lines == [
        "content/cases/M\\xFCller/2026/c.MD:1:1: \(problem)", "content/cases/M\\xFCller/b.md:1:1: \(problem)",
      ])
    #expect(found.cases.map(\.complaint.id) == ["a"])
    #expect(
      found.rejected.map { $0.replacing(ledger.content + "/cases/", with: "") } == [
        "M\\xFCller/2026/c.MD", "M\\xFCller/b.md",
      ])
    #expect(found.errorsOutsideCases.isEmpty)
  }

  @Test func aFolderWhoseNameIsNoTextIsNamedWhereItHoldsNothing() throws {
    let ledger = try TemporaryLedger()
    try ledger.write(raw: Array("pages".utf8), [])
    try ledger.write(raw: Array("pages/".utf8) + [0xE5, 0x9C], [])
    #expect(
      try ledger.read().lines == [
        "content/pages/\\xE5\\x9C:1:1: error: the file's name is not plain UTF-8 text; rename it [file.name]"
      ])
  }

  @Test func warningsOfTheWholeLedgerCanBeSet() throws {
    let ledger = try TemporaryLedger(["site.yaml": "title: x\nrules: { file.special: error }\n"])
    try FileManager.default.createSymbolicLink(atPath: ledger.content + "/loop", withDestinationPath: ".")
    #expect(
      try ledger.read().lines == [
        "content/loop:1:1: error: a symbolic link is not read; put a regular file here [file.special]"
      ])
  }

  @Test func aLedgerNeedsASite() throws {
    let ledger = try TemporaryLedger()
    try FileManager.default.removeItem(atPath: ledger.content + "/site.yaml")
    #expect(
      try ledger.read().lines == [
        "content/site.yaml:1:1: error: the file is missing; it needs at least the line 'title: …' [file.missing]"
      ])
    let nowhere = ledger.root + "/nowhere"
    #expect(throws: IntakeFailure(path: nowhere, number: ENOENT)) { try readLedger(content: nowhere, jobs: 1) }
  }

  @Test func textsAndProcessesAreRead() throws {
    let ledger = try TemporaryLedger([
      "reports/weekly/2026-W42.md": "---\n编制: 李\nreviewed_by: 王\n---\n本周\n", "reports/annual/2025.md": "全年",
      "pages/guides/handling.md": "---\ntitle: 处理办法\n---\n# 别的\n", "pages/plain.md": "text\n",
      "processes/returns.yaml": "id: customer-returns\ntitle: t\n", "processes/x.yaml": "title: t\n",
      "cases/a.md": Self.text("a", more: "process: x\n"), "calendar/2026.yaml": "holidays: [2026-10-01]\n",
      "attachments/图/a.jpg": "123",
    ])
    let (found, lines) = try ledger.read()
    #expect(lines == [])
    #expect(found.narratives.map(\.period.description) == ["2026-W42", "2025"])
    #expect(found.narratives.map(\.preparedBy) == ["李", nil])
    #expect(found.narratives.map(\.reviewedBy) == ["王", nil])
    #expect(found.narratives.map(\.firstLine) == [5, 1])
    #expect(found.pages.map(\.name) == ["guides/handling", "plain"])
    #expect(found.pages.map(\.title) == ["处理办法", "plain"])
    #expect(found.processes == ["customer-returns", "x"])
    #expect(found.attachments == [AttachmentFile(name: "图/a.jpg", size: 3)])
    #expect(found.settings.calendar.isWorked(Day(number: 20_727)) == false)
  }

  @Test func aProcessThatCannotBeReadIsAnError() throws {
    let ledger = try TemporaryLedger(["processes/a.yaml": "id: x\ntitle: \"open\n"])
    #expect(
      try ledger.read().lines == [
        "content/processes/a.yaml:2:8: error: a quoted value has no end; close the quotes [yaml.syntax]"
      ])
  }
}

extension Ledger {
  /// Errors of anything but case files: with one of them nothing is published, whatever is passed over.
  fileprivate var errorsOutsideCases: [Diagnostic] {
    diagnostics.filter { $0.severity == .error && !rejected.contains($0.place.path) }
  }
}
