import Complaints
import Findings
import Testing

extension MetricsValue {
  /// The keys of a map, in order.
  var keys: [String] { if case .map(let members) = self { members.map(\.key) } else { [] } }
  var items: [MetricsValue] { if case .list(let items) = self { items } else { [] } }
  subscript(key: String) -> MetricsValue? {
    if case .map(let members) = self { members.first { $0.key == key }?.value } else { nil }
  }
}

@Suite struct OutputTests {
  let metrics = exampleFindings.metrics()

  @Test func metricsHaveEveryKeyInOrder() {
    #expect(
      metrics.keys == [
        "as_of", "time_zone", "account", "periods", "dimensions", "control_charts", "tallies", "more",
      ])
    #expect(metrics["account"]?.keys == ["found", "published", "excluded", "errors"])
    #expect(metrics["account"]?["excluded"]?.keys == ["after_as_of", "void", "not_complaint", "appeal"])
    #expect(metrics["periods"]?.keys == ["day", "week", "month", "quarter", "year"])
    #expect(
      metrics["dimensions"]?.keys.prefix(15) == [
        "category", "channel", "product", "severity", "region", "department", "owner", "status", "customer_type",
        "level", "weight", "urgency", "business", "branch", "cause_kind",
      ])
    #expect(metrics["dimensions"]?["customer"] == nil)
    #expect(
      metrics["periods"]?["month"]?.items.first?.keys == [
        "period", "received", "valid", "closed", "open_end", "overdue_end", "closed_with_due", "closed_on_time",
        "on_time_rate", "completed_of_received", "median_days_to_close", "p90_days_to_close",
        "median_hours_to_respond", "complaint_lots", "shipped_lots", "complaint_rate", "defective", "shipped_units",
        "ppm", "cost", "satisfaction_mean", "satisfaction_answers", "reopened", "repeats",
      ])
    #expect(
      metrics["dimensions"]?["category"]?.items.first?.keys == [
        "key", "label", "received", "closed", "open", "overdue", "share", "cost", "median_days_to_close",
      ])
    #expect(metrics["control_charts"]?.items.first?.keys == ["id", "kind", "period", "points"])
    #expect(
      metrics["control_charts"]?.items.first?["points"]?.items.first?.keys == [
        "period", "n", "x", "value", "center", "ucl", "lcl", "rules",
      ])
  }

  @Test func unknownIsNotZero() {
    let february = metrics["periods"]?["month"]?.items[1]
    #expect(february?["shipped_lots"] == .unknown)
    #expect(february?["complaint_rate"] == .unknown)
    #expect(february?["reopened"] == .number(0))
  }

  @Test func rowsBeginWithTheFixedColumns() throws {
    #expect(
      CaseColumn.allCases.prefix(15).map(\.rawValue) == [
        "id", "title", "received", "due", "closed", "status", "category", "channel", "severity", "region", "product",
        "owner", "days_to_close", "on_time", "overdue",
      ])
    func endOfDay(_ text: String) -> Moment { Moment(day: day(text), second: 86_399, zone: shanghai) }
    func row(_ number: Int) -> [CaseCell] {
      CaseColumn.allCases.prefix(15).map { exampleFindings.cell($0, of: number) }
    }
    #expect(
      row(0) == [
        .text("A"), .text("Title of A"), .moment(moment("2026-01-05 09:00")), .moment(endOfDay("2026-01-10")),
        .moment(moment("2026-01-08 09:00")), .text("closed"), .text("quality/electrical"), .text("phone"), .empty,
        .empty,
        .text("P1"), .empty, .decimal(30_000, places: 4, isFull: true), .answer(true), .answer(false),
      ])
    #expect(
      row(2) == [
        .text("C"), .text("Title of C"), .moment(moment("2026-02-03 10:00")), .moment(endOfDay("2026-02-20")), .empty,
        .empty, .text("quality"), .empty, .empty, .empty, .text("X; Y"), .empty, .empty, .empty, .answer(true),
      ])
    #expect(exampleFindings.cell(.departments, of: 0) == .text("制造部 70%; 业务部 30%"))
    #expect(exampleFindings.cell(.cost, of: 0) == .decimal(12_500, places: 2, isFull: false))
    #expect(exampleFindings.cell(.received, of: 1) == .moment(moment("2026-01-20")))
  }
}
