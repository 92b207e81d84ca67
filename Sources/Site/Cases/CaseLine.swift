import Complaints
import Findings
import Hypertext

/// What a row of a report says of a case; of a private one only its number and its figures.
///
/// Each text is made when it is asked for: no report shows all of them.
struct CaseLine {
  let number: Int
  /// Whether the words of the case are withheld.
  let isWithheld: Bool
  private let edition: Edition
  private let path: PagePath
  private let file: CaseFile
  private let masking: Masking?

  /// - Parameter path: The page on which the row stands.
  init(_ number: Int, in edition: Edition, at path: PagePath) {
    let file = edition.findings.file(number)
    self.number = number
    self.edition = edition
    self.path = path
    self.file = file
    isWithheld = file.complaint.isPrivate && edition.audience != .team
    masking = isWithheld ? nil : Masking(for: file.record, audience: edition.audience)
  }

  /// The number of the case, linked to its card where this audience has one.
  var id: Markup { edition.caseNumber(number, at: path) }

  var title: String {
    isWithheld ? edition.strings(ReportPhrase.withheld) : shown(file.complaint.title)
  }

  var customer: String { shown(file.complaint.customerName) }

  var product: String {
    shown(file.complaint.products.first?.key.map { edition.findings.label(of: $0, in: .product) })
  }

  var category: String {
    guard !isWithheld else { return "" }
    return file.complaint.category.map { edition.shortLabel(of: $0, in: "category") } ?? Numbers.missing
  }

  /// «制造部 60%、业务部 40%»; a lone department without its share.
  var departments: String {
    guard !isWithheld else { return "" }
    let shares = edition.findings.departments(of: number)
    return shares.map { share in
      let label = edition.findings.label(of: share.department, in: .department)
      guard shares.count > 1 else { return label }
      let hundredths = share.written ?? Int((share.fraction * 10_000).rounded())
      return label + " " + edition.numbers.share(hundredths)
    }
    .joined(separator: edition.strings(CardPhrase.separator))
  }

  /// Who is responsible in the departments, else the owner.
  var person: String {
    let named = file.record.maps("departments").compactMap { $0.text("person") }
    return shown(
      named.isEmpty ? file.complaint.owner : named.joined(separator: edition.strings(CardPhrase.separator)))
  }

  private func shown(_ text: String?) -> String {
    guard let text, !isWithheld else { return "" }
    return masking?.text(text) ?? text
  }
}

extension Edition {
  /// The number of a case, linked to its card where this audience has one.
  func caseNumber(_ number: Int, at path: PagePath) -> Markup {
    let id = findings.complaint(number).id
    return .link(id, href: cards[id].map { path.href(to: $0) })
  }
}
