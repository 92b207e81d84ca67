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
      CaseRow.columns.prefix(15) == [
        "id", "title", "received", "due", "closed", "status", "category", "channel", "severity", "region", "product",
        "owner", "days_to_close", "on_time", "overdue",
      ])
    let rows = exampleFindings.rows()
    #expect(rows.allSatisfy { $0.values.count == CaseRow.columns.count })
    #expect(
      rows[0].values.prefix(15) == [
        "A", "Title of A", "2026-01-05T09:00:00", "2026-01-10T23:59:59", "2026-01-08T09:00:00", "closed",
        "quality/electrical", "phone", "", "", "P1", "", "3.0000", "true", "false",
      ])
    #expect(
      rows[2].values.prefix(15) == [
        "C", "Title of C", "2026-02-03T10:00:00", "2026-02-20T23:59:59", "", "", "quality", "", "", "", "X; Y", "",
        "", "", "true",
      ])
    let first = Dictionary(uniqueKeysWithValues: zip(CaseRow.columns, rows[0].values))
    #expect(first["departments"] == "制造部 70%; 业务部 30%")
    #expect(first["cost"] == "125")
    #expect(rows[1].values[2] == "2026-01-20T00:00:00")
    #expect(rows[0].without(CaseRow.privateColumns).values[1].isEmpty)
  }
}
