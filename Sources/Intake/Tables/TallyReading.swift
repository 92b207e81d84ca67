import Complaints

/// Reads one file of tallies/: counts without cases behind them.
///
/// A lone dash in a cell that may be empty is what people write for nothing, as in the result of what is still open.
func readTallies(_ bytes: [UInt8], path: String, settings: Settings) -> (rows: [TallyRow], diagnostics: [Diagnostic]) {
  var problems = ProblemList(path: path, rules: settings.rules)
  let columns = Table.Columns(
    required: ["date", "category", "count", "status", "result"], optional: ["channel", "business", "branch", "product"])
  let words = settings.vocabularies
  var rows: [TallyRow] = []
  for row in Table(bytes, columns, problems: &problems).rows {
    let day = problems.day(row, "date")
    let category = problems.required(row, "category") == nil ? nil : problems.word(row, "category", words["category"])
    let count = problems.required(row, "count") == nil ? nil : problems.count(row, "count")
    let word = { (column: String, vocabulary: String) in
      row[column].map { isDash($0.text) } ?? true ? nil : problems.word(row, column, words[vocabulary])
    }
    let (status, result) = (word("status", "status"), word("result", "outcome"))
    let (channel, business, branch) = (
      word("channel", "channel"), word("business", "business"), word("branch", "branch")
    )
    guard let day, let category, let count else { continue }
    rows.append(
      TallyRow(
        day: day, category: category, count: count, status: status, result: result, channel: channel,
        business: business, branch: branch,
        product: row["product"].flatMap { isDash($0.text) ? nil : words["product"].code(for: $0.text) ?? $0.text },
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

/// Whether a cell holds no more than a dash.
private func isDash(_ text: String) -> Bool { ["-", "–", "—", "－", "——"].contains(text) }
