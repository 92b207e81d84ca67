import Complaints
import Findings
import Testing

@testable import Site

/// All that the public pages print of the months and the categories, beside what metrics.json tells.
struct PrintedAttack {
  let edition: Edition
  private(set) var periods: Attack
  /// By category at the top and month.
  private(set) var categories = Attack()
  /// Counts that stand on a page themselves, with their places.
  private(set) var printed: [(place: String, value: Double)] = []
  private let months: [Period]
  private let labels: [String]

  init(_ edition: Edition) throws {
    self.edition = edition
    let document = try metricsDocument(of: edition).parsed
    periods = try periodAttack(document, on: edition)
    months = edition.findings.periods(.month).map(\.period)
    labels = edition.findings.split(by: .category).filter { $0.parent == nil }.map(\.label)
    prepareCategories()
    try readMetrics(document)
    for page in reportPages(of: edition) + [overviewPage(of: edition)] {
      for table in PrintedTable.all(in: try page.html) { read(table, on: page.path.text) }
    }
  }

  private static let counts = [
    ("受理件数", "received"), ("结案件数", "closed"), ("期末未结", "open"), ("期末超期", "overdue"),
    ("客诉批次", "complaint_lots"),
  ]

  private func cell(_ label: String, _ period: Period) -> String { "\(label) \(period)" }

  private func inside(_ period: Period) -> [Period] {
    months.filter { $0.first >= period.first && $0.last <= period.last }
  }

  /// The categories of a month make what was received in it; years and quarters are made of months.
  private mutating func prepareCategories() {
    for kind in [PeriodKind.quarter, .year] {
      for period in edition.findings.periods(kind).map(\.period) {
        for label in labels + ["all"] {
          categories.add([(cell(label, period), -1)] + inside(period).map { (cell(label, $0), 1) }, sum: 0)
        }
      }
    }
    for month in months { categories.add([(cell("all", month), -1)] + labels.map { (cell($0, month), 1) }, sum: 0) }
    for label in labels { categories.add([(label, -1)] + months.map { (cell(label, $0), 1) }, sum: 0) }
  }

  private mutating func readMetrics(_ document: [String: Any]) throws {
    let known = try #require(document["periods"] as? [String: [[String: Any]]])
    for row in ["month", "quarter", "year"].flatMap({ known[$0] ?? [] }) {
      if let value = row["received"] as? Double, let name = row["period"] as? String {
        categories.know("all \(name)", value)
      }
    }
    let dimensions = try #require(document["dimensions"] as? [String: [[String: Any]]])
    for row in dimensions["category"] ?? [] {
      guard let label = row["label"] as? String, labels.contains(label) else { continue }
      if let value = row["received"] as? Double { categories.know(label, value) }
    }
  }

  private mutating func read(_ table: PrintedTable, on page: String) {
    if table.columns.first == "指标" { return readFigures(table, on: page) }
    if table.columns.first == "类别", let column = table.column("件数") { return readSplit(table, column, on: page) }
    for (index, row) in table.rows.enumerated() {
      guard let period = period(of: row, link: table.links[index], on: page) else { continue }
      for (name, key) in Self.counts {
        guard let column = table.column(name), row.indices.contains(column) else { continue }
        know(key, period, row[column], on: page)
      }
      for (name, former) in [("环比", period.previous as Period?), ("同比", period.yearEarlier)] {
        guard let column = table.column(name), let former, let step = PrintedTable.number(row[column]) else { continue }
        periods.add([("received \(period)", 1), ("received \(former)", -1)], sum: step)
      }
    }
  }

  /// A month or year named in a row: by its link, by its own name, or as the page's own in the foot.
  private func period(of row: [String], link: String?, on page: String) -> Period? {
    let names = [link, row.first, ["全年", "至今"].contains(row.first) ? page : nil].compactMap { $0 }
    let all = edition.findings.periods(.month).map(\.period) + edition.findings.periods(.year).map(\.period)
    return all.first { period in
      names.contains {
        $0 == period.description || $0.hasSuffix("\(period).html") && $0.contains("/\(period).")
          || $0 == "\(period).html"
      }
    }
  }

  /// Figures in rows: this month, the month before, the step between them, and the year before.
  private mutating func readFigures(_ table: PrintedTable, on page: String) {
    guard let month = months.first(where: { page.hasSuffix("/\($0).html") }), table.column("增减") != nil else { return }
    for row in table.rows {
      guard let (_, key) = Self.counts.first(where: { row[0].hasPrefix($0.0) }) else { continue }
      know(key, month, row[1], on: page)
      know(key, month.previous, row[2], on: page)
      if let earlier = month.yearEarlier { know(key, earlier, row[4], on: page) }
      if let step = PrintedTable.number(row[3]) {
        periods.add([("\(key) \(month)", 1), ("\(key) \(month.previous)", -1)], sum: step)
      }
    }
  }

  private mutating func readSplit(_ table: PrintedTable, _ column: Int, on page: String) {
    let all = months + edition.findings.periods(.year).map(\.period)
    let period = all.first { page.hasSuffix("/\($0).html") }
    for row in table.rows {
      guard let value = PrintedTable.number(row[column]) else { continue }
      printed.append(("\(page) \(row[0])", value))
      if labels.contains(row[0]), let period { categories.know(cell(row[0], period), value) }
    }
  }

  private mutating func know(_ key: String, _ period: Period, _ text: String, on page: String) {
    guard let value = PrintedTable.number(text) else { return }
    printed.append(("\(page) \(key) \(period)", value))
    periods.know("\(key) \(period)", value)
  }
}
