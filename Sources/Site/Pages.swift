import Complaints
import Digests
import Threads

/// Every page of an edition: the table of contents of the site.
///
/// What takes longest to make comes first, so that no thread is left alone with it at the end.
package func pages(of edition: Edition) -> [Page] {
  let parts: [@Sendable (Edition) -> [Page]] = [
    dataPages, { [overviewPage(of: $0)] }, reportPages, ledgerPages, cardPages, periodListPages, standingListPages,
    slipListPages,
    { $0.audience == .public ? [] : [statePage(of: $0)] }, problemPages,
    { [definitionsPage(of: $0)] }, guidePages,
  ]
  // Whatever does not say what it reads may read all there is.
  let everything = edition.inputs?.everything
  return inParallel(parts.count, jobs: edition.jobs, step: 1) { part throws(Never) in
    parts[part](edition).map { $0.reading(everything) }
  }.flatMap(\.self)
}

/// Every file that is published as it is: style sheet, scripts, and the evidence that this audience may see.
package func copiedFiles(of edition: Edition, assets: [(name: String, path: String)], content: String) -> [CopiedFile] {
  let own = assets.map { CopiedFile(PagePath("assets/\($0.name)"), of: $0.path) }
  let evidence = edition.ledger.attachments.compactMap { file in
    edition.attachmentPath(file.name).map { CopiedFile($0, of: "\(content)/attachments/\(file.name)") }
  }
  return own + evidence
}

private func cardPages(of edition: Edition) -> [Page] {
  let inputs = edition.inputs
  return edition.ledger.cases.enumerated().compactMap { place, file in
    edition.cards[file.complaint.id].map { cardPage(of: file, at: $0, inputs?.spans.reaches[place], edition) }
  }
}

/// - Parameter reach: `nil` where no page is asked what it reads.
private func cardPage(of file: CaseFile, at path: PagePath, _ reach: CaseReach?, _ edition: Edition) -> Page {
  var inputs: (@Sendable () -> Digest)?
  if let shared = edition.shared, let reach { inputs = { cardInputs(of: file, reach, shared, in: edition) } }
  return Page(path, inputs: inputs) { buffer in
    let course = Course(of: file.complaint.atHand(), asOf: edition.asOf, settings: edition.settings)
    try CardPage(edition: edition, file: file, course: course, path: path).render(into: &buffer)
  }
}
