import Complaints

/// Reads one file of exposure/: what was shipped in each month.
func readExposure(_ bytes: [UInt8], path: String, settings: Settings) -> (
  rows: [ExposureRow], diagnostics: [Diagnostic]
) {
  var problems = ProblemList(path: path, settings: settings)
  let columns = Table.Columns(
    required: ["period", "product", "shipped_lots", "accepted_lots", "shipped_units"],
    optional: ["customers", "households", "transactions"])
  let table = Table(bytes, columns, problems: &problems)
  var rows: [ExposureRow] = []
  for row in table.rows {
    guard let cell = problems.required(row, "period") else { continue }
    guard let month = readPeriod(cell.text), month.kind == .month else {
      problems.report(.table(.month(Quoted(cell.text))), at: cell.mark)
      continue
    }
    // A part number stands beside the names that the vocabulary lists.
    let product = row["product"].map { settings.vocabularies["product"].code(for: $0.text) ?? $0.text }
    rows.append(
      ExposureRow(
        month: month, product: product, shippedLots: problems.count(row, "shipped_lots"),
        acceptedLots: problems.count(row, "accepted_lots"), shippedUnits: problems.count(row, "shipped_units"),
        customers: problems.count(row, "customers"), households: problems.count(row, "households"),
        transactions: problems.count(row, "transactions"), place: row.mark.place(in: path)))
  }
  return (rows, problems.diagnostics)
}

/// Finds months whose rows contradict each other: two for one product, or one for all products beside named ones.
func contradictions(in rows: [ExposureRow]) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var months: [Period: [ExposureRow]] = [:]
  for row in rows {
    let others = months[row.month, default: []]
    months[row.month] = others + [row]
    let month = row.month.description
    // The first row that this one cannot stand beside; both are named.
    if let same = others.first(where: { $0.product == row.product }) {
      for (one, other) in [(row, same), (same, row)] {
        let problem = TableProblem.sameProduct(month: month, product: one.product, other: other.place)
        found.append(Diagnostic(.table(problem), at: one.place))
      }
    } else if let mixed = others.first(where: { ($0.product == nil) != (row.product == nil) }) {
      for (one, other) in [(row, mixed), (mixed, row)] {
        found.append(Diagnostic(.table(.mixed(month: month, other: other.place)), at: one.place))
      }
    }
  }
  return found
}
