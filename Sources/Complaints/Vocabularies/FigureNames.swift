/// What metrics.json calls its figures and its dimensions: words that no site can give anew.
extension Vocabulary {
  /// The figures of a period in metrics.json, in its order, and what a quality department calls them.
  package static let figures = simple(
    "metric",
    [
      ("received", "受理件数", "Received"), ("valid", "有效投诉", "Valid"), ("closed", "结案件数", "Closed"),
      ("open_end", "期末未结", "Open at the end"), ("overdue_end", "期末超期", "Overdue at the end"),
      ("closed_with_due", "有期限的结案", "Closed with a due time"), ("closed_on_time", "按期结案", "Number closed on time"),
      ("on_time_rate", "按期结案率", "Closed on time"), ("completed_of_received", "完成率", "Completed"),
      ("median_days_to_close", "结案日数中位数", "Median days to close"),
      ("p90_days_to_close", "结案日数 P90", "90th percentile of days to close"),
      ("median_hours_to_respond", "首次响应中位数", "Median hours to respond"),
      ("complaint_lots", "客诉批次", "Complaint lots"), ("shipped_lots", "出货批次", "Shipped lots"),
      ("complaint_rate", "客诉率", "Complaint rate"), ("defective", "不良数", "Defective"),
      ("shipped_units", "出货数量", "Shipped units"), ("ppm", "不良率", "Defect rate"),
      ("cost", "客诉损失", "External failure cost"), ("satisfaction_mean", "满意度均分", "Mean satisfaction"),
      ("satisfaction_answers", "评分件数", "Marks given"), ("reopened", "重开件数", "Reopened"),
      ("repeats", "重复投诉", "Repeats"),
    ])

  /// The dimensions of metrics.json, in its order, under the names of the fields that they split by.
  package static let dimensions = simple(
    "dimension",
    [
      ("category", "投诉类型", "Category"), ("channel", "投诉渠道", "Channel"), ("product", "产品", "Product"),
      ("severity", "严重程度", "Severity"), ("region", "区域", "Region"), ("department", "责任部门", "Department"),
      ("owner", "负责人", "Owner"), ("status", "处理状态", "Status"), ("customer_type", "客户类型", "Customer type"),
      ("level", "受理层级", "Level"), ("weight", "重要程度", "Weight"), ("urgency", "紧急程度", "Urgency"),
      ("business", "业务", "Business"), ("branch", "网点", "Branch"), ("cause_kind", "原因性质", "Kind of cause"),
      ("flags", "特殊标记", "Flags"),
    ])

  /// The name of the vocabulary of a dimension's words.
  package static func ofDimension(_ dimension: String) -> String {
    dimension == "customer_type" ? "customer.type" : dimension
  }
}
