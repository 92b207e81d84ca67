import Complaints
import Testing

@testable import Site

/// Contract section 5, Audiences: management reads no way to reach a customer, and nothing of private cases but figures.
@Suite struct ManagementSiteTests {
  private let edition: Edition

  init() throws { edition = try RepositoryLedger(.management).edition }

  @Test func noWayToReachACustomerStandsOnAnyPage() throws {
    var reach = Secrets()
    var units = Secrets()
    var unitOf: [PagePath: Secrets] = [:]
    for file in edition.ledger.cases {
      for key in ["phone", "email", "address"] { reach.add(file.record.map("customer")?.text(key)) }
      guard let unit = file.record.map("customer")?.text("unit") else { continue }
      units.add(unit)
      if let card = edition.cards[file.complaint.id] { unitOf[card, default: Secrets()].add(unit) }
    }
    #expect(reach.texts.count > 50)
    for page in pages(of: edition) {
      let html = try page.html
      #expect(reach.found(in: html) == [], "\(page.path.text)")
      // A case may tell of a flat in which another customer happens to live; its own is masked.
      let isCard = page.path.text.contains(/^cases\/[^\/]+\/(?!index)/)
      let closed = isCard ? unitOf[page.path] ?? Secrets() : units
      #expect(closed.found(in: html) == [], "\(page.path.text)")
    }
  }

  @Test func privateCasesTellNeitherTitleNorCustomerNorStory() throws {
    let others = Set(
      edition.ledger.cases.filter { !$0.complaint.isPrivate }.flatMap {
        [$0.complaint.title, $0.complaint.customerName ?? ""]
      })
    var secrets = Secrets()
    for file in edition.ledger.cases where file.complaint.isPrivate {
      let (complaint, record) = (file.complaint, file.record)
      for text in [complaint.title, complaint.customerName, record.text("description"), record.text("open_reason")] {
        // What another case says too is no secret of this one.
        if let text, !others.contains(text) { secrets.add(text) }
      }
      for line in String(decoding: file.narrative, as: UTF8.self).split(separator: "\n") { secrets.add(String(line)) }
    }
    #expect(!secrets.texts.isEmpty)
    let closed = edition.ledger.cases.filter(\.complaint.isPrivate).map { "/\($0.complaint.id).html" }
    for page in pages(of: edition) {
      #expect(secrets.found(in: try page.html) == [], "\(page.path.text)")
      #expect(!closed.contains { page.path.text.hasSuffix($0) })
    }
  }

  @Test func privateEvidenceIsNotPublished() throws {
    let hidden = edition.ledger.cases.flatMap { file in
      file.record.maps("attachments").filter { file.complaint.isPrivate || $0.yesNo("private") == true }
        .compactMap { $0.text("file") }
    }
    #expect(!hidden.isEmpty)
    let files = copiedFiles(of: edition, assets: [], content: "content").map(\.path.text)
    for name in hidden { #expect(!files.contains { $0.hasPrefix("attachments/" + name) }, "\(name)") }
  }
}
