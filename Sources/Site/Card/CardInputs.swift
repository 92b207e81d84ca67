import Complaints
import Digests
import Findings
import Hypertext
import Threads

/// The digests of all that cards read: of each its file, what the file names, what every card reads, and as-of where the card moves with it.
struct CardInputs {
  private let edition: Edition
  /// Of what every page reads.
  private let shared: Digest
  private let hasEditLinks: Bool
  /// Of each file below attachments/, what a card that names it shows.
  private let attachments: [String: Digest]
  /// By the place of the case, what is shown of the measures that name it; they have files of their own, and stand as of a day.
  private let measures: [Int: Markup]

  /// `nil` where no page is asked what it reads.
  init?(_ edition: Edition) {
    guard let shared = edition.shared, edition.ledger.others != nil else { return nil }
    self.edition = edition
    self.shared = shared
    hasEditLinks = edition.editLink(of: "") != nil
    attachments = Dictionary(
      edition.ledger.attachments.map { ($0.name, Self.attachment($0.name, in: edition)) }
    ) { first, _ in first }
    let named = Set(edition.findings.improvements.flatMap(\.cases))
    measures = Dictionary(
      named.compactMap { id in
        edition.cards.place(of: id).map { ($0, CardImprovements(edition: edition).section(of: id)) }
      }
    ) { first, _ in first }
  }

  /// By the places of the cases in the ledger.
  var all: [Digest] {
    inParallel(edition.ledger.cases.count, jobs: edition.jobs, step: 1_024) { place throws(Never) in digest(at: place) }
  }

  private func digest(at place: Int) -> Digest {
    var digester = Digester()
    digester.add(shared)
    // Named by the link that leads to the file's editor, and nowhere else.
    if hasEditLinks { digester.add(edition.editLink(of: edition.ledger.cases[place].path) ?? "") }
    digester.add(edition.traits.digests[place])
    for id in edition.traits.all[place].cases { digester.add(edition.cards[id]?.text ?? "") }
    for name in edition.traits.all[place].files {
      digester.add(attachments[name] ?? Self.attachment(name, in: edition))
    }
    // A narrative without a bracket has neither links nor images.
    if edition.traits.all[place].hasLinks { digester.add(edition.attachments) }
    if let measures = measures[place] { digester.add(measures.bytes) }
    let isSettled = edition.traits.all[place].isSettled(isClosed: edition.closings[place], asOf: edition.asOf)
    digester.add(isSettled ? 0 : edition.asOf.number)
    return digester.digest()
  }

  /// - Parameter name: Also of a file that is not there, which may be hidden all the same.
  private static func attachment(_ name: String, in edition: Edition) -> Digest {
    var digester = Digester()
    digester.add(edition.attachmentPath(name)?.text ?? "")
    digester.add(edition.attachmentSize(name) ?? -1)
    digester.add(edition.isHidden(attachment: name) ? 1 : 0)
    return digester.digest()
  }
}
