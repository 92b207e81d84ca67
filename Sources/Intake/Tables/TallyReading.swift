import Complaints

/// Reads one file of tallies/: counts without cases behind them.
func readTallies(_ bytes: [UInt8], path: String, settings: Settings) -> (rows: [TallyRow], diagnostics: [Diagnostic]) {
  var problems = ProblemList(path: path, settings: settings)
  let columns = Table.Columns(
    required: ["date", "category", "count", "status", "result"], optional: ["channel", "business", "branch", "product"])
  let words = settings.vocabularies
  var rows: [TallyRow] = []
  for row in Table(bytes, columns, problems: &problems).rows {
    let day = problems.day(row, "date")
    let category = problems.required(row, "category") == nil ? nil : problems.word(row, "category", words["category"])
    let count = problems.required(row, "count") == nil ? nil : problems.count(row, "count")
    let status = problems.word(row, "status", words["status"])
    let result = problems.word(row, "result", words["outcome"])
    let channel = problems.word(row, "channel", words["channel"])
    let business = problems.word(row, "business", words["business"])
    let branch = problems.word(row, "branch", words["branch"])
    guard let day, let category, let count else { continue }
    rows.append(
      TallyRow(
        day: day, category: category, count: count, status: status, result: result, channel: channel,
        business: business, branch: branch,
        product: row["product"].map { words["product"].code(for: $0.text) ?? $0.text },
        place: row.mark.place(in: path)))
  }
  return (rows, problems.diagnostics)
}

extension ProblemList {
  /// The day in a cell that must be filled.
  fileprivate mutating func day(_ row: Table.Row, _ column: String) -> Day? {
    guard let cell = required(row, column) else { return nil }
    do {
      return try readDay(cell.text)
    } catch {
      report(.value(.date(FieldName(path: column, label: ""), error, Quoted(cell.text))), at: cell.mark)
      return nil
    }
  }
}
