import Complaints
import Digests
import Findings

/// What pages other than cards read, as digests: where such a digest is as it was, so is the page.
///
/// They are coarse: a page that reads less than its digest says is made once more than it need be, and is the same.
struct PageInputs: Sendable {
  /// Of everything but the bytes of attachments and the narratives of cases.
  let everything: Digest
  /// Of what every list reads besides its cases.
  private let lists: Digest
  private let spans: CaseSpans
  private let commit: String

  /// - Parameter shared: Of what every page reads.
  /// - Returns: `nil` of a ledger that was not read from files.
  init?(_ edition: Edition, shared: Digest, jobs: Int) {
    guard let others = edition.ledger.others else { return nil }
    commit = edition.commit ?? ""
    spans = CaseSpans(edition.ledger.cases, asOf: edition.asOf, jobs: jobs)
    var digester = Digester()
    digester.add(shared)
    digester.add(others)
    digester.add(edition.asOf.number)
    // A slug depends on all texts that have slugs.
    for dimension in Dimension.published {
      for key in edition.findings.keys(of: dimension).sorted() { digester.add(key) }
    }
    lists = digester.digest()
    digester.add(spans.all)
    digester.add(edition.attachments)
    digester.add(commit)
    digester.add(edition.folder)
    let strays = edition.ledger.strays.flatMap { [$0.path, $0.owner ?? ""] + $0.departments }
    for group in [edition.ledger.rejected, edition.ledger.rejectedIDs, strays] {
      digester.add(group.count)
      for text in group { digester.add(text) }
    }
    // Whose they are, the state of the ledger says.
    for file in edition.ledger.damaged {
      digester.add(file.path)
      digester.add(file.digest)
    }
    for diagnostic in edition.ledger.diagnostics { digester.add(diagnostic.description) }
    everything = digester.digest()
  }

  /// Of a list that tells of a span of days.
  func list(of days: ClosedRange<Day>) -> Digest { list(spans.telling(of: days)) }

  /// Of a list of some cases, by their places in the ledger.
  func list(of places: some Sequence<Int>) -> Digest { list(spans.of(places)) }

  /// Of a month of the ledger table.
  ///
  /// - Parameters:
  ///   - places: Of its cases in the ledger.
  ///   - counts: Of all months, which each of them names.
  func table(of places: some Sequence<Int>, counts: [(month: Period, count: Int)]) -> Digest {
    var digester = Digester()
    digester.add(list(of: places))
    digester.add(commit)
    for (month, count) in counts {
      digester.add(month.first.number)
      digester.add(count)
    }
    return digester.digest()
  }

  private func list(_ cases: Digest) -> Digest {
    var digester = Digester()
    digester.add(lists)
    digester.add(cases)
    return digester.digest()
  }
}
