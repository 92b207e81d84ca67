import Complaints
import Findings
import Templates

/// A case as a row of the ledger table, wherever cases are listed.
struct CaseRows {
  let edition: Edition
  /// The page on which they are listed.
  let path: PagePath

  /// A case that counts, by its number in the findings.
  func row(_ number: Int) -> TemplateValue {
    row(
      edition.findings.file(number), standing: edition.findings.cases[number].standing, mark: edition.caseMark(number))
  }

  /// A file that a rule keeps out of every figure: listed and marked, since its number was used.
  func row(_ excluded: ExcludedCase) -> TemplateValue {
    let file = edition.ledger.cases[excluded.place]
    let complaint = file.complaint
    // A void number waits for nothing.
    let standing =
      excluded.reason == .void
      ? nil : standing(of: complaint, asOf: edition.asOf, settings: edition.settings)
    return row(file, standing: standing, mark: edition.caseMark(excluded: excluded.reason, kind: complaint.kind))
  }

  private func row(_ file: CaseFile, standing: Standing?, mark: CaseMark) -> TemplateValue {
    let complaint = file.complaint
    let withheld = complaint.isPrivate && edition.audience != .team ? edition.strings(LedgerPhrase.withheld) : nil
    let masking = withheld == nil ? Masking(for: file.record, audience: edition.audience) : nil
    func shown(_ text: String) -> String { withheld ?? masking?.text(text) ?? text }
    let numbers = edition.numbers
    return [
      "mark": .markup(mark.markup), "row_class": .text(mark.rowClass), "symbol": .text(mark.symbol.rawValue),
      "id": .text(complaint.id), "href": .text(ifAny: edition.cards[complaint.id].map { path.href(to: $0) }),
      "received": .text(numbers.moment(complaint.received)), "received_key": .text(complaint.received.dateTime),
      "day": .text(numbers.shortDay(complaint.received.day)),
      "month": .text(Period(.month, containing: complaint.received.day).description),
      "customer": .text(shown(complaint.customerName ?? "")), "title": .text(shown(complaint.title)),
      "product": .text(product(of: complaint)),
      "category": .text(complaint.category.map { edition.shortLabel(of: $0, in: "category") } ?? ""),
      "category_top": .text(complaint.category.map(topCategory) ?? ""),
      "owner": .text(complaint.owner.map { edition.label(of: $0, in: "owner") } ?? ""),
      "due": .text(standing?.due.map { numbers.due($0.moment) } ?? ""),
      "due_key": .text(standing?.due?.moment.dateTime ?? ""),
      "closed": .text(standing?.closed.map { numbers.moment($0) } ?? ""),
      "days": .text(standing.map { days(complaint, $0) } ?? ""),
    ]
  }

  private func product(of complaint: Complaint) -> String {
    var names: [String] = []
    for name in complaint.products.compactMap({ $0.name ?? $0.partNumber }) where !names.contains(name) {
      names.append(edition.label(of: name, in: "product"))
    }
    return names.joined(separator: edition.strings(CardPhrase.separator))
  }

  private func topCategory(_ code: String) -> String { String(code.prefix { $0 != "/" }) }

  /// Days to close, or days waited so far.
  private func days(_ complaint: Complaint, _ standing: Standing) -> String {
    if let days = standing.daysToClose { return edition.numbers.decimal(days, places: 1) }
    return String(edition.asOf.number - complaint.received.day.number)
  }
}
