import Complaints

/// What the slips say, in the language of the site; `{…}` stands for a value.
struct SlipWords: Sendable {
  let title, expedites, inquiries, noExpedites, noInquiries, count, form, group: String
  let owner, nobody, withheld, appeal: String
  let received, due, limited, ownDue, promise, late, lateToday, step, stage, noStep, todo, closeIt, doIt, reason,
    urged: String
  let closed, overrun, explain: String
  let days, hours, minutes: String
  /// The heads of the tables.
  let expediteColumns, inquiryColumns: [String]
  let comma, separator, colon: String

  static func of(_ language: Language) -> SlipWords {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  private static let chinese = SlipWords(
    title: "催办单与洽办单（截至 {day}）", expedites: "催办单", inquiries: "洽办单",
    noExpedites: "没有超过期限的未结案件，不需开立催办单。", noInquiries: "没有超过部门期限的已结案件，不需开立洽办单。",
    count: "：{slips} 份，涉及 {cases} 件", form: "（表号 {number} {edition}）", group: "【{name}】",
    owner: "负责人 {name}", nobody: "未定部门与负责人", withheld: "（保密）", appeal: "（申诉，前次处理单 {id}）",
    received: "受理 {time}", due: "限期 {due}", limited: "{time}（{limit}）", ownDue: "本案处理期限", promise: "对客户的承诺",
    late: "逾期 {n} 天", lateToday: "当日到期，已过时限", step: "现在步骤：", stage: "{stage}（{time}{who}）", noStep: "没有记录",
    todo: "请办事项：", closeIt: "请尽快处理完毕并结案",
    doIt: "请完成{stages}（{limit}，限 {time}，{late}）", reason: "未结案原因：{text}",
    urged: "此前已催办 {n} 次，最近一次 {time}", closed: "结案 {time}",
    overrun: "{limit}（{stages}）：限 {due}，实际 {time}，超出 {late}", explain: "请追查逾期原因并答复。",
    days: "{n} 天", hours: "{n} 小时", minutes: "{n} 分钟",
    expediteColumns: ["案号", "投诉主题", "受理时间", "限期", "逾期", "现在步骤", "请办事项", "签收"],
    inquiryColumns: ["案号", "投诉主题", "结案时间", "期限", "限期", "实际", "超出", "原因说明", "主管签章"],
    comma: "，", separator: "、", colon: "：")

  private static let english = SlipWords(
    title: "Expediting and inquiry slips as of {day}", expedites: "Expediting slips (催办单)",
    inquiries: "Inquiry slips (洽办单)", noExpedites: "No open case is past its limit.",
    noInquiries: "No department overran its limit in a closed case.", count: ": {slips} for {cases} cases",
    form: " (form {number} {edition})", group: "[{name}]", owner: "Owner {name}",
    nobody: "Neither department nor owner",
    withheld: "(private)", appeal: "(appeal of {id})", received: "received {time}", due: "due {due}",
    limited: "{time} ({limit})",
    ownDue: "its own due time", promise: "promised to the customer", late: "{n} days late",
    lateToday: "due today, past its time", step: "Step: ", stage: "{stage} ({time}{who})", noStep: "nothing recorded",
    todo: "To do: ", closeIt: "finish and close the case", doIt: "{stages} ({limit}, due {time}, {late})",
    reason: "Open because: {text}", urged: "Urged {n} times before, last at {time}", closed: "closed {time}",
    overrun: "{limit} ({stages}): due {due}, done {time}, {late} over", explain: "Please find the cause and answer.",
    days: "{n} d", hours: "{n} h", minutes: "{n} min",
    expediteColumns: ["No.", "Title", "Received", "Due", "Late", "Step", "To do", "Signed for"],
    inquiryColumns: ["No.", "Title", "Closed", "Limit", "Due", "Done", "Over", "Reason", "Head's signature"],
    comma: ", ", separator: ", ", colon: ": ")
}

extension String {
  /// The text with each `{name}` replaced by the value of that name.
  func filled(_ values: KeyValuePairs<String, String>) -> String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      result += rest[..<open]
      result += values.first { $0.key == name }?.value ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
