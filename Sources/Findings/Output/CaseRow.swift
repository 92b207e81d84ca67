import Complaints

/// A row of data/cases.csv.
package struct CaseRow: Hashable, Sendable {
  /// The number of the case in `Findings.cases`.
  package let number: Int
  /// One text for each of `columns`: codes, 2026-10-12T09:30:00, true or false; empty where unknown.
  package var values: [String]

  /// The heads of the columns, the fixed ones first.
  package static let columns = [
    "id", "title", "received", "due", "closed", "status", "category", "channel", "severity", "region", "product",
    "owner", "days_to_close", "on_time", "overdue", "customer", "customer_type", "departments", "validity", "kind",
    "level", "weight", "urgency", "business", "branch", "cause_kind", "flags", "responded", "reopened", "repeat_of",
    "lots", "defective", "cost", "satisfaction",
  ]

  /// The columns that would tell what a private case is about, or whose it is.
  package static let privateColumns: Set<String> = ["title", "customer"]

  /// The columns of dates, counts, amounts and answers, which hold no text of anybody.
  package static let figureColumns: Set<String> = [
    "received", "due", "closed", "status", "days_to_close", "on_time", "overdue", "kind", "responded", "reopened",
    "lots",
    "defective", "cost", "satisfaction",
  ]

  /// The row with some columns left empty.
  package func without(_ hidden: Set<String>) -> CaseRow {
    CaseRow(number: number, values: zip(Self.columns, values).map { hidden.contains($0) ? "" : $1 })
  }
}

extension Findings {
  /// A row for each counted case, in the ledger's order.
  package func rows() -> [CaseRow] { cases.indices.map(row) }

  private func row(_ number: Int) -> CaseRow {
    let (counted, complaint) = (cases[number], complaint(number))
    let standing = counted.standing
    let fixed = [
      complaint.id, complaint.title, complaint.received.dateTime, standing.due?.moment.end.dateTime,
      standing.closed?.dateTime, standing.status?.rawValue, complaint.category, complaint.channel, complaint.severity,
      complaint.region, distinct(complaint.products.compactMap(\.key)), complaint.owner,
      standing.daysToClose.map(fourDecimals), standing.isOnTime.map(String.init), standing.isOverdue.map(String.init),
    ]
    let others = [
      complaint.customerName, complaint.customerType,
      counted.departments.map { "\($0.department) \(percent($0))" }.joined(separator: "; "), complaint.validityCode,
      complaint.kind.rawValue, complaint.level, distinct(complaint.weight), complaint.urgency, complaint.business,
      complaint.branch, complaint.causeKind, distinct(complaint.flags), standing.responded?.dateTime,
      standing.reopened.last?.dateTime, complaint.repeatOf, counted.hasProduct ? String(counted.lots) : nil,
      counted.hasProduct ? decimal(counted.defective.millionths, places: 6) : nil,
      counted.costs.isEmpty ? nil : decimal(counted.cost.cents, places: 2),
      counted.satisfaction.map(String.init),
    ]
    return CaseRow(number: number, values: (fixed + others).map { $0 ?? "" })
  }
}

/// Words each once, in their order.
private func distinct(_ words: [String]) -> String {
  var seen: Set<String> = []
  return words.filter { seen.insert($0).inserted }.joined(separator: "; ")
}

/// A share in percent, 33.33%.
private func percent(_ share: Complaint.Share) -> String {
  decimal(share.written ?? Int((share.fraction * 10_000).rounded()), places: 2) + "%"
}

/// Days with four decimals, rounded half away from zero.
private func fourDecimals(_ days: Double) -> String {
  let digits = String(Int((abs(days) * 10_000).rounded(.toNearestOrAwayFromZero)))
  let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  return (days < 0 ? "-" : "") + padded.dropLast(4) + "." + padded.suffix(4)
}

/// A whole number of the smallest unit, not negative, as a decimal without trailing zeros.
private func decimal(_ amount: Int, places: Int) -> String {
  let digits = String(amount)
  let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
  var part = padded.suffix(places)
  while part.last == "0" { part.removeLast() }
  return part.isEmpty ? String(padded.dropLast(places)) : padded.dropLast(places) + "." + part
}
