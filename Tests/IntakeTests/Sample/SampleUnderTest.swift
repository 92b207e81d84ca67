import Complaints
import Digests
import Foundation

@testable import Intake

/// The sample ledger, read once; a copy with one file changed reads only that file anew where it is a case.
struct SampleUnderTest: Sendable {
  /// Every text of the sample, by its path below content/.
  let texts: [String: String]
  let day: Day
  let ledger: Ledger
  private let outcomes: [CaseOutcome]
  private let context: ReadingContext

  init() throws {
    var texts: [String: String] = [:]
    var sizes: [AttachmentFile] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: sampleContent) {
      let path = sampleContent + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      if name.hasPrefix("attachments/") {
        sizes.append(AttachmentFile(name: String(name.dropFirst("attachments/".count)), size: data.count))
      } else {
        texts[name] = String(data: data, encoding: .utf8)
      }
    }
    self.texts = texts
    ledger = try readLedger(content: sampleContent, jobs: 2)
    guard let day = ledger.settings.asOf else { throw CorruptionFailure(description: "the sample has no as_of") }
    self.day = day
    let context = ReadingContext(
      settings: ledger.settings, attachments: AttachmentIndex(names: sizes.map(\.name)), processes: ledger.processes)
    self.context = context
    let names = texts.keys.filter { $0.hasPrefix("cases/") }.sorted()
    outcomes = names.map { name in
      readCase(Array((texts[name] ?? "").utf8), path: sampleContent + "/" + name, context: context)
    }
  }

  /// Every diagnostic of the sample as it is: `path:line:column code`.
  var diagnostics: [String] {
    ledger.audited(asOf: day, content: sampleContent, jobs: 2).ledger.diagnostics.lines(below: sampleContent)
  }

  /// Those of the sample with one case file changed: of that file, of the cases that name it, and of the numbers of
  /// all. No rule of a case looks at any other.
  func diagnostics(with bytes: [UInt8], in file: String) -> [String] {
    let path = sampleContent + "/" + file
    let changed = outcomes.map { $0.path == path ? readCase(bytes, path: path, context: context) : $0 }
    let cases = SortedCases(changed.map(CaseFileReading.init), unreadable: [])
    let all = cases.files + cases.damaged
    let index = LedgerIndex(
      all, rejected: cases.rejectedIDs, workflows: ledger.workflows, attachments: ledger.attachments)
    let ids = [outcomes, changed].compactMap { $0.first { $0.path == path }?.id?.text }
    let touched = all.filter { $0.path == path || !$0.complaint.named.isDisjoint(with: ids) }
    let own = touched.flatMap { checkRules(of: $0, among: index, settings: ledger.settings, asOf: day) }
    let numbers = checkNumbers(cases.files, rejected: cases.rejectedIDs, settings: ledger.settings)
    return (cases.diagnostics + own + numbers).lines(below: sampleContent)
  }
}

extension SampleUnderTest {
  /// Those of the sample with a table or a process changed; `nil` for any other file, on which more may hang.
  func diagnostics(with bytes: [UInt8], inTableOrProcess file: String) -> [String]? {
    let path = sampleContent + "/" + file
    guard texts[file] != nil else { return nil }
    switch file.split(separator: "/").first {
    case "exposure":
      let (rows, problems) = readExposure(bytes, path: path, settings: ledger.settings)
      let others = ledger.exposure.filter { $0.place.path != path }
      return (problems + contradictions(in: others + rows)).lines(below: sampleContent)
    case "tallies":
      return readTallies(bytes, path: path, settings: ledger.settings).diagnostics.lines(below: sampleContent)
    case "processes":
      let stem = String(file.dropFirst("processes/".count).dropLast(".yaml".count))
      let outcome = readProcess(bytes, path: path, stem: stem, settings: ledger.settings)
      let workflows = ledger.workflows.filter { $0.path != path } + [outcome.workflow].compactMap { $0 }
      let index = LedgerIndex(ledger.cases, workflows: workflows, attachments: ledger.attachments)
      let own = ledger.cases.filter { $0.complaint.process == outcome.id }
        .flatMap { checkRules(of: $0, among: index, settings: ledger.settings, asOf: day) }
      return (outcome.problems + own).lines(below: sampleContent)
    default: return nil
    }
  }
}

extension CaseFileReading {
  /// What became of a file of which nothing else matters.
  fileprivate init(_ outcome: CaseOutcome) {
    self.init(name: outcome.path, outcome: outcome, identity: FileIdentity(stat()))
  }
}

extension Complaint {
  /// The ids of the cases that this one names.
  fileprivate var named: Set<String> { Set([repeatOf, appealOf].compactMap { $0 } + related) }
}

/// A copy of the sample in a folder of its own, for what no case file tells.
final class SampleCopy {
  private let root: String
  private var content: String { root + "/content" }

  init() throws {
    root = NSTemporaryDirectory() + "kesu-sample-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: sampleContent, toPath: content)
  }

  deinit {
    // A folder left behind harms nobody; a test that failed has said so already.
    do { try FileManager.default.removeItem(atPath: root) } catch {}
  }

  /// The diagnostics with one file changed, which is then as it was.
  func diagnostics(after deed: Corruption.Deed, bytes: [UInt8]?, in file: String) throws -> [String] {
    let url = URL(fileURLWithPath: content + "/" + file)
    let before = FileManager.default.contents(atPath: url.path)
    if let bytes {
      try Data(bytes).write(to: url)
    } else if case .pipe = deed {
      guard mkfifo(url.path, 0o600) == 0 else { throw CorruptionFailure(description: "no pipe at \(file)") }
    } else {
      try FileManager.default.removeItem(at: url)
    }
    defer {
      do {
        if let before { try before.write(to: url) } else { try FileManager.default.removeItem(at: url) }
      } catch { preconditionFailure("the copy of the sample cannot be mended: \(error)") }
    }
    let ledger = try readLedger(content: content, jobs: 2)
    guard let day = ledger.settings.asOf else { return ["no as-of"] }
    return ledger.audited(asOf: day, content: content, jobs: 2).ledger.diagnostics.lines(below: content)
  }
}

extension [Diagnostic] {
  /// `cases/a.md:7:10 code` for each diagnostic, sorted.
  fileprivate func lines(below content: String) -> [String] {
    map { diagnostic in
      let place = diagnostic.place
      return "\(place.path.dropFirst(content.count + 1)):\(place.line):\(place.column) \(diagnostic.code)"
    }.sorted()
  }
}
