import Complaints

/// Reads one file of exposure/: what was shipped in each month.
func readExposure(_ bytes: [UInt8], path: String, settings: Settings) -> (
  rows: [ExposureRow], diagnostics: [Diagnostic]
) {
  var problems = ProblemList(path: path, rules: settings.rules)
  let columns = Table.Columns(
    required: ["period", "product", "shipped_lots", "accepted_lots", "shipped_units"],
    optional: ["customers", "households", "transactions"])
  let table = Table(bytes, columns, problems: &problems)
  var rows: [ExposureRow] = []
  for row in table.rows {
    guard let cell = problems.required(row, "period") else { continue }
    guard let month = readPeriod(halfWidth(cell.text)), month.kind == .month else {
      problems.report(.table(.month(Quoted(cell.text))), at: cell.mark)
      continue
    }
    let (shipped, accepted) = (problems.count(row, "shipped_lots"), problems.count(row, "accepted_lots"))
    if let shipped, let accepted, accepted > shipped, let mark = row["accepted_lots"]?.mark {
      problems.report(.table(.accepted(accepted, shipped: shipped)), at: mark)
    }
    // A part number stands beside the names that the vocabulary lists.
    let product = row["product"].map { settings.vocabularies["product"].code(for: $0.text) ?? $0.text }
    rows.append(
      ExposureRow(
        month: month, product: product, shippedLots: shipped, acceptedLots: accepted,
        shippedUnits: problems.count(row, "shipped_units"),
        customers: problems.count(row, "customers"), households: problems.count(row, "households"),
        transactions: problems.count(row, "transactions"), place: row.mark.place(in: path)))
  }
  return (rows, problems.diagnostics)
}

/// A text with full-width digits and hyphens as narrow ones: 2026-10 for ２０２６－１０.
private func halfWidth(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        (0xFF10...0xFF19).contains(scalar.value) || scalar.value == 0xFF0D
          ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      }))
}

/// Finds months whose rows contradict each other: two for one product, or one for all products beside named ones.
func contradictions(in rows: [ExposureRow]) -> [Diagnostic] {
  var found: [Diagnostic] = []
  // The first row of each month and product, and of each month and kind: what a later one cannot stand beside.
  var same: [Subject: ExposureRow] = [:]
  var (whole, named): ([Period: ExposureRow], [Period: ExposureRow]) = ([:], [:])
  for row in rows {
    let subject = Subject(month: row.month, product: row.product)
    let month = row.month.description
    if let other = same[subject] {
      for (one, other) in [(row, other), (other, row)] {
        let problem = TableProblem.sameProduct(month: month, product: one.product, other: other.place)
        found.append(Diagnostic(.table(problem), at: one.place))
      }
      continue
    }
    same[subject] = row
    if row.product == nil { whole[row.month] = row } else if named[row.month] == nil { named[row.month] = row }
    if let mixed = row.product == nil ? named[row.month] : whole[row.month] {
      for (one, other) in [(row, mixed), (mixed, row)] {
        found.append(Diagnostic(.table(.mixed(month: month, other: other.place)), at: one.place))
      }
    }
  }
  return found
}

/// What a row is about.
private struct Subject: Hashable {
  let month: Period
  let product: String?
}
