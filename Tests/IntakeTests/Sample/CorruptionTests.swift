import Complaints
import Testing
import Threads

@testable import Intake

/// Two hundred copies of the sample, each with one value changed, each in another way: each gives exactly what is
/// expected, and where.
@Suite struct CorruptionTests {
  private static let sample = Result { try SampleUnderTest() }

  /// What is told elsewhere: without site.yaml nothing else can be judged (LedgerReadingTests), live figures are the
  /// site's (LiveProblemsTests), and amounts are added up where cases are counted (CensusTests).
  private static let elsewhere: Set = ["file.missing", "live.unknown", "number.sum"]

  @Test func theSampleItselfIsClean() throws { #expect(try Self.sample.get().diagnostics == []) }

  @Test func eachOfTwoHundredCopiesTellsWhatWasDone() throws {
    let sample = try Self.sample.get()
    let made = ruleCorruptions + readingCorruptions + folderCorruptions
    let all = made + seededCorruptions(of: sample.texts, count: 200 - made.count, seed: 20_261_031)
    #expect(all.count == 200)
    #expect(Set(all.map(\.identity)).count == all.count)
    var copies: [(corruption: Corruption, expected: [String], bytes: [UInt8]?)] = []
    for corruption in all {
      do {
        copies.append(
          (corruption, try corruption.expected(from: sample.texts), try corruption.bytes(from: sample.texts)))
      } catch {
        Issue.record(error)
      }
    }
    let (cases, others) = (
      copies.filter { $0.corruption.isCase(of: sample) }, copies.filter { !$0.corruption.isCase(of: sample) }
    )
    let found = inParallel(cases.count, jobs: 2) { place in
      sample.diagnostics(with: cases[place].bytes ?? [], in: cases[place].corruption.file)
    }
    for (told, copy) in zip(found, cases) { #expect(told == copy.expected, "\(copy.corruption.title)") }
    let halves = [others.prefix(others.count / 2), others.suffix(others.count - others.count / 2)]
    let read = try inParallel(2, jobs: 2, step: 1) { half throws(any Error) in
      let folder = try SampleCopy()
      var told: [[String]] = []
      for copy in halves[half] {
        if let bytes = copy.bytes,
          let found = sample.diagnostics(with: bytes, inTableOrProcess: copy.corruption.file)
        {
          told.append(found)
          continue
        }
        let (deed, file) = (copy.corruption.deed, copy.corruption.file)
        told.append(try folder.diagnostics(after: deed, bytes: copy.bytes, in: file))
      }
      return told
    }
    for (told, copy) in zip(read.flatMap { $0 }, others) {
      #expect(told == copy.expected, "\(copy.corruption.title)")
    }
    let hit = Set(all.map(\.code)).union(Self.elsewhere)
    #expect(hit == Set(DiagnosticCodes.settable + DiagnosticCodes.fixed))
  }
}

extension Corruption {
  /// Whether it changes a case of the sample, which is then all that is read anew.
  fileprivate func isCase(of sample: SampleUnderTest) -> Bool {
    file.hasPrefix("cases/") && sample.texts[file] != nil
  }
}
