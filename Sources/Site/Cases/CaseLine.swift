import Complaints
import Findings
import Hypertext

/// What a row of a report says of a case; of a private one only its number and its figures.
struct CaseLine {
  let number: Int
  /// The number of the case, linked to its card where this audience has one.
  let id: Markup
  let title, customer, product, category, departments, person: String
  /// Whether the words of the case are withheld.
  let isWithheld: Bool

  init(_ number: Int, in edition: Edition, at path: PagePath) {
    let file = edition.findings.file(number)
    let complaint = file.complaint
    let withheld = complaint.isPrivate && edition.audience != .team
    let masking = Masking(for: file.record, audience: edition.audience)
    func shown(_ text: String?) -> String {
      guard let text, !withheld else { return "" }
      return masking?.text(text) ?? text
    }
    self.number = number
    isWithheld = withheld
    id = .link(complaint.id, href: edition.cards[complaint.id].map { path.href(to: $0) })
    title = withheld ? edition.strings(ReportPhrase.withheld) : shown(complaint.title)
    customer = shown(complaint.customerName)
    product = shown(
      complaint.products.first?.key.map { edition.findings.label(of: $0, in: .product) })
    category =
      withheld ? "" : complaint.category.map { edition.shortLabel(of: $0, in: "category") } ?? Numbers.missing
    departments = withheld ? "" : Self.departments(edition.findings.cases[number].departments, in: edition)
    let named = file.record.maps("departments").compactMap { $0.text("person") }
    person = shown(named.isEmpty ? complaint.owner : named.joined(separator: edition.strings(CardPhrase.separator)))
  }

  /// «制造部 60%、业务部 40%»; a lone department without its share.
  static func departments(_ shares: [Complaint.Share], in edition: Edition) -> String {
    shares.map { share in
      let label = edition.findings.label(of: share.department, in: .department)
      guard shares.count > 1 else { return label }
      let hundredths = share.written ?? Int((share.fraction * 10_000).rounded())
      return label + " " + edition.numbers.share(hundredths)
    }
    .joined(separator: edition.strings(CardPhrase.separator))
  }
}
