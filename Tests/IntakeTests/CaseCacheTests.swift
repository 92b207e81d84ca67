import Complaints
import Digests
import Foundation
import Synchronization
import Testing

@testable import Intake

/// A ledger read with what was kept is the ledger read anew, whatever happened to its files in between.
@Suite struct CaseCacheTests {
  private final class Notes: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  private let notes = Notes()

  private func cache(of ledger: TemporaryLedger, program: String = "1", least: Int = 0) -> CaseCache {
    let notes = notes
    return CaseCache(
      folder: ledger.root + "/.kesu", content: ledger.content, program: program, least: least, note: { notes.add($0) })
  }

  /// Everything that was read of the cases, as text.
  private func described(_ ledger: Ledger) -> [String] {
    (ledger.cases + ledger.damaged).map { file in
      "\(file.path) \(file.digest) \(file.narrativeLine) \(file.complaint.id) \(file.complaint.others) "
        + "\(file.complaint.appealOf ?? "") \(Array(file.record.entries)) "
        + "\(file.record.unknown) \(String(decoding: file.narrative, as: UTF8.self))"
    } + ledger.rejected + ledger.diagnostics.map(\.description)
  }

  private func expectSame(_ ledger: TemporaryLedger, least: Int = 0, _ what: String) throws {
    let kept = try readLedger(content: ledger.content, jobs: 2, cache: cache(of: ledger, least: least))
    let anew = try readLedger(content: ledger.content, jobs: 1)
    #expect(described(kept) == described(anew), "\(what)")
  }

  private func text(_ number: Int, _ title: String) -> [UInt8] {
    let events = "events:\n  - stage: closed\n    at: 2026-10-13 09:00\n"
    // Some meet others: C1 is c1 but for case, c2-8d is named as a page of c2.
    let id = [14: "c2-8d", 15: "C1"][number] ?? "c\(number)"
    let others = [3: "appeal_of: c1\nrelated: [c2, c4]\n", 6: "repeat_of: c5\n"][number] ?? ""
    let day = 1 + number * 5 % 7
    return Array(
      "---\nid: \(id)\ntitle: \(title)\nreceived: 2026-10-0\(day)\nstatus: closed\n\(others)\(events)---\n叙述 \(number)\n"
        .utf8)
  }

  private func name(_ number: Int) -> String { "cases/\(number % 3)/\(number).md" }

  /// As a file that was not touched for a day: only such a one is known by its times alone.
  private func age(_ ledger: TemporaryLedger) throws {
    usleep(2_100_000)
  }

  @Test func whatIsKeptIsUsedAndSaysTheSame() throws {
    let ledger = try TemporaryLedger()
    for number in 0..<9 { try ledger.write(text(number, "a"), to: name(number)) }
    try expectSame(ledger, "first")
    try expectSame(ledger, "in doubt")
    try age(ledger)
    try expectSame(ledger, "renewed")
    try expectSame(ledger, "known")
    let path = cache(of: ledger).path
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    try expectSame(ledger, "nothing to write")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(notes.all.isEmpty)
    var status = stat()
    #expect(stat(ledger.root + "/.kesu", &status) == 0 && status.st_mode & 0o777 == 0o700)
  }

  @Test func whatIsDamagedOlderOrForeignIsNotUsed() throws {
    let ledger = try TemporaryLedger()
    for number in 0..<4 { try ledger.write(text(number, "a"), to: name(number)) }
    try expectSame(ledger, "first")
    let path = cache(of: ledger).path
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: 0, to: whole.count, by: 41) {
      var bad = whole
      bad[place] ^= 0x10
      try bad.write(to: URL(fileURLWithPath: path))
      try expectSame(ledger, "byte \(place)")
    }
    for length in [0, 1, 40, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      try expectSame(ledger, "cut to \(length)")
    }
    let said = [
      "so it is not used; every case is read anew",
      "damaged, so it is removed; what it had of the cases is read anew",
    ]
    #expect(notes.all.allSatisfy { line in said.contains { line.hasSuffix($0) } })
    #expect(said.allSatisfy { end in notes.all.contains { $0.hasSuffix(end) } })
    let count = notes.all.count
    _ = try readLedger(content: ledger.content, jobs: 1, cache: cache(of: ledger, program: "2"))
    #expect(
      notes.all.dropFirst(count) == [
        "\(path): kept by another version of kesu, so it is not used; every case is read anew"
      ])
  }

  @Test func aRecordIsNotTrustedBeforeItIsUsed() throws {
    let ledger = try TemporaryLedger()
    for number in 0..<4 { try ledger.write(text(number, "电源异响"), to: name(number)) }
    try expectSame(ledger, "first")
    try age(ledger)
    try expectSame(ledger, "renewed")
    let path = cache(of: ledger).path
    var bad = try Data(contentsOf: URL(fileURLWithPath: path))
    let title = try #require(bad.range(of: Data("电源异响".utf8)))
    bad[title.lowerBound + 1] ^= 0x10
    try bad.write(to: URL(fileURLWithPath: path))
    let read = try readLedger(content: ledger.content, jobs: 2, cache: cache(of: ledger))
    #expect(read.cases.map(\.complaint.id).sorted() == ["c0", "c1", "c2", "c3"])
    #expect(notes.all.isEmpty)
    #expect(read.cases.map(\.complaint.title) == [String](repeating: "电源异响", count: 4))
    #expect(notes.all == ["\(path): damaged, so it is removed; what it had of the cases is read anew"])
    #expect(!FileManager.default.fileExists(atPath: path))
    try expectSame(ledger, "anew")
  }

  @Test func whatIsPassedOverIsReplaced() throws {
    let ledger = try TemporaryLedger()
    for number in 0..<4 { try ledger.write(text(number, "a"), to: name(number)) }
    let kept = cache(of: ledger)
    let passing = CaseCache(
      folder: kept.folder, content: kept.content, program: kept.program, least: 0, isPassedOver: true, note: kept.note)
    try FileManager.default.createDirectory(atPath: kept.folder, withIntermediateDirectories: true)
    try Data("of nobody".utf8).write(to: URL(fileURLWithPath: kept.path))
    let anew = try readLedger(content: ledger.content, jobs: 1)
    #expect(described(try readLedger(content: ledger.content, jobs: 2, cache: passing)) == described(anew))
    try expectSame(ledger, "kept then")
    #expect(notes.all.isEmpty)
  }

  @Test func bytesAreKeptOnTheirGrounds() throws {
    let ledger = try TemporaryLedger()
    let (one, other) = (Digest(high: 1, low: 2), Digest(high: 1, low: 3))
    let cache = cache(of: ledger)
    let kept = KeptBytes(cache, "facts", key: one)
    #expect(kept.read { Array($0) } == nil)
    let bytes: [UInt8] = Array(0...200)
    kept.write { write in bytes.withUnsafeBytes { for part in [$0[..<70], $0[70...]] { write(.init(rebasing: part)) } }
    }
    #expect(kept.read { Array($0) } == bytes)
    #expect(KeptBytes(cache, "facts", key: other).read { Array($0) } == [])
    #expect(notes.all.isEmpty)
    let path = cache.path("facts")
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in whole.indices {
      var bad = whole
      bad[place] ^= 0x10
      try bad.write(to: URL(fileURLWithPath: path))
      #expect(kept.read { Array($0) } ?? [] == [], "byte \(place)")
    }
    for length in [1, 15, 16, 70, whole.count - 1] {
      try whole.prefix(length).write(to: URL(fileURLWithPath: path))
      #expect(kept.read { Array($0) } == nil, "cut to \(length)")
    }
    try whole.write(to: URL(fileURLWithPath: path))
    #expect(KeptBytes(self.cache(of: ledger, program: "2"), "facts", key: one).read { Array($0) } == nil)
    #expect(notes.all.last == "\(path): kept by another version of kesu, so it is not used; every case is read anew")
  }

  /// With few that may change before they are kept anew, and with some.
  @Test(arguments: [UInt64(20_261_122), 7], [0, 5])
  func keptIsAnewAfterAnyEdits(seed: UInt64, least: Int) throws {
    var random = FuzzTests.Seeded(state: seed)
    let ledger = try TemporaryLedger()
    for number in 0..<12 { try ledger.write(text(number, "a"), to: name(number)) }
    for round in 0..<120 {
      let number = Int.random(in: 0..<16, using: &random)
      let path = ledger.content + "/" + name(number)
      let other = ledger.content + "/" + name((number + 3) % 16)
      let isThere = FileManager.default.fileExists(atPath: path)
      let step = Int.random(in: 0..<8, using: &random)
      switch step {
      case 0, 1: try ledger.write(text(number, ["a", "b", "长", "d: e"][round % 4]), to: name(number))
      case 2 where isThere: try FileManager.default.removeItem(atPath: path)
      case 3 where isThere && !FileManager.default.fileExists(atPath: other):
        try FileManager.default.moveItem(atPath: path, toPath: other)
      case 4 where isThere:
        // The same size, and the time set back.
        var times = stat()
        stat(path, &times)
        try ledger.write(text(number, round % 2 == 0 ? "x" : "y"), to: name(number))
        let former = [times.st_atim, times.st_mtim]
        utimensat(AT_FDCWD, path, former, 0)
      case 5: try ledger.write(Array("title: \(round % 3)\n".utf8), to: "site.yaml")
      case 6: try ledger.write([1], to: "attachments/\(round % 2).pdf")
      default: break
      }
      try expectSame(ledger, least: least, "seed \(seed), round \(round), step \(step)")
    }
  }
}
