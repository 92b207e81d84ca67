import Complaints
import Findings
import Testing

@testable import Site

/// Contract section 5, Audiences: the public reads aggregates only.
@Suite struct PublicSiteTests {
  private let edition: Edition

  init() throws { edition = try RepositoryLedger(.public).edition }

  @Test func noCasePersonCustomerOrDepartmentStandsOnAnyPage() throws {
    var secrets = Secrets()
    var cases = Secrets()
    for file in edition.ledger.cases {
      let (complaint, record) = (file.complaint, file.record)
      let people = [complaint.owner, record.text("handler"), record.text("recorded_by")]
      for text in people + [complaint.title, complaint.customerName] { secrets.add(text) }
      cases.add(complaint.id)
      for key in ["name", "complainant", "contact", "phone", "email", "address", "unit"] {
        secrets.add(record.map("customer")?.text(key))
      }
      for event in record.maps("events") { secrets.add(event.text("by")) }
    }
    // The company's own rules may name its departments, and its cases by their numbers.
    var departments = Secrets()
    for department in edition.findings.split(by: .department) where !department.key.isEmpty {
      departments.add(department.label)
    }
    #expect(secrets.texts.count > 300)
    #expect(departments.texts.count > 10)
    for page in pages(of: edition) {
      let html = try page.html
      #expect(secrets.found(in: html) == [], "\(page.path.text)")
      guard !page.path.text.hasPrefix("pages/") else { continue }
      #expect(departments.found(in: html) == [], "\(page.path.text)")
      #expect(cases.found(in: html) == [], "\(page.path.text)")
    }
  }

  @Test func thereIsNoCardNoListOfCasesAndNoEvidence() throws {
    let paths =
      pages(of: edition).map(\.path.text) + copiedFiles(of: edition, assets: [], content: "content").map(\.path.text)
    let closed = ["cases/", "attachments/", "people/", "departments/", "customers/", "overdue/", "ledger-state/"]
    for path in paths { #expect(!closed.contains { path.hasPrefix($0) }, "\(path)") }
    #expect(!paths.contains("data/cases.csv"))
    for page in pages(of: edition) where page.path.text.hasSuffix(".html") {
      for link in links(try page.html) {
        #expect(!closed.contains { link.contains($0) } && !link.contains("cases.csv"), "\(page.path.text): \(link)")
      }
    }
  }

  private func links(_ html: String) -> [Substring] {
    html.matches(of: /(?:href|src)="([^"]*)"/).map(\.output.1)
  }
}
