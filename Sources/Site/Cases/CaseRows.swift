import Complaints
import Findings
import Templates

/// A case as a row of the ledger table, wherever cases are listed.
struct CaseRows {
  let edition: Edition
  /// The page on which they are listed.
  let path: PagePath

  /// A case that counts, by its number in the findings.
  func append(_ number: Int, to rows: inout TemplateRows) {
    append(
      edition.findings.file(number), standing: edition.findings.cases[number].standing, mark: edition.caseMark(number),
      to: &rows)
  }

  /// A file that a rule keeps out of every figure: listed and marked, since its number was used.
  func append(_ excluded: ExcludedCase, to rows: inout TemplateRows) {
    let file = edition.ledger.cases[excluded.place]
    let complaint = file.complaint
    // A void number waits for nothing.
    let standing =
      excluded.reason == .void
      ? nil : CaseStanding(Complaints.standing(of: complaint, asOf: edition.asOf, settings: edition.settings))
    append(
      file, standing: standing, mark: edition.caseMark(excluded: excluded.reason, kind: complaint.kind), to: &rows)
  }

  private func append(_ file: CaseFile, standing: CaseStanding?, mark: CaseMark, to rows: inout TemplateRows) {
    let complaint = file.complaint
    let withheld = complaint.isPrivate && edition.audience != .team ? edition.strings(LedgerPhrase.withheld) : nil
    let masking = withheld == nil ? Masking(for: file.record, audience: edition.audience) : nil
    func shown(_ text: String) -> String { withheld ?? masking?.text(text) ?? text }
    let (numbers, received, category) = (edition.numbers, complaint.received, complaint.category)
    rows.row { row in
      row.markup("mark") { $0.mark(mark.symbol, mark.word) }
      row.text("row_class", mark.rowClass)
      row.text("symbol", mark.symbol.rawValue)
      row.text("id", complaint.id)
      row.text("href", edition.cards[complaint.id].map { path.href(to: $0) })
      row.text("received", numbers.moment(received))
      row.text("received_key", received.dateTime)
      row.text("month", Period(.month, containing: received.day).description)
      row.text("customer", shown(complaint.customerName ?? ""))
      row.text("title", shown(complaint.title))
      row.text("product", product(of: complaint))
      row.text("category", category.map { edition.shortLabel(of: $0, in: "category") })
      row.text("category_top", category.map(topCategory))
      row.text("owner", complaint.owner.map { edition.label(of: $0, in: "owner") })
      row.text("due", standing?.due.map { numbers.due($0) })
      row.text("due_key", standing?.due?.dateTime)
      row.text("days", standing.map { days(complaint, $0) })
    }
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
  private func days(_ complaint: Complaint, _ standing: CaseStanding) -> String {
    if let days = standing.daysToClose { return edition.numbers.decimal(days, places: 1) }
    return String(edition.asOf.number - complaint.received.day.number)
  }
}

extension TemplateShape {
  /// A row of the ledger table.
  static let ledgerRow: TemplateShape = [
    "mark", "row_class", "symbol", "id", "href", "received", "received_key", "month", "customer", "title", "product",
    "category", "category_top", "owner", "due", "due_key", "days",
  ]
}
