import Complaints
import Digests
import Threads

/// Every page of an edition: the table of contents of the site.
///
/// What takes longest to make comes first, so that no thread is left alone with it at the end.
package func pages(of edition: Edition) -> [Page] {
  let parts: [@Sendable (Edition) -> [Page]] = [
    madeInputs, dataPages, { [overviewPage(of: $0)] }, reportPages, ledgerPages, cardPages, periodListPages,
    standingListPages,
    slipListPages,
    { $0.audience == .public ? [] : [statePage(of: $0)] }, problemPages,
    { [definitionsPage(of: $0)] }, guidePages,
  ]
  // Whatever does not say what it reads may read all there is.
  let everything = edition.reading(\.everything)
  return inParallel(parts.count, jobs: edition.jobs, step: 1) { part throws(Never) in
    let pages = parts[part](edition)
    // Cards do, and there are as many as cases.
    return pages.allSatisfy { $0.inputs != nil } ? pages : pages.map { $0.reading(everything) }
  }.flatMap(\.self)
}

/// What the pages read takes as long to tell as they take to plan, and is asked for when all are planned.
private func madeInputs(of edition: Edition) -> [Page] {
  _ = edition.inputs?()
  return []
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
  guard edition.audience != .public else { return [] }
  let inputs = CardInputs(edition)?.all
  let shown = edition.cards.shown
  return inParallel(shown.count, jobs: edition.jobs, step: 1_024) { index in
    cardPage(of: shown[index].place, at: shown[index].path, inputs, edition)
  }
}

/// - Parameters:
///   - place: Of the case in the ledger.
///   - inputs: Of all cards; `nil` where no page is asked what it reads.
private func cardPage(of place: Int, at path: PagePath, _ inputs: [Digest]?, _ edition: Edition) -> Page {
  var own: (@Sendable () -> Digest)?
  if let inputs { own = { inputs[place] } }
  return Page(path, inputs: own) { buffer in
    let file = edition.ledger.cases[place]
    let course = Course(of: file.complaint.atHand(), asOf: edition.asOf, settings: edition.settings)
    try CardPage(edition: edition, file: file, course: course, path: path).render(into: &buffer)
  }
}
