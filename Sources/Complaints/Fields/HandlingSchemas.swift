/// The maps of a case that say how it is handled: deadlines, events, 8D, measures, approvals.
extension CaseSchema {
  static let due = Schema(
    shorthand: "until",
    [
      Field("until", "至", .moment),
      Field("reason", "原因", .text),
      Field("approved_by", "批准人", .text),
    ])

  static let pause = Schema([
    Field("from", "从", .moment, required: true),
    Field("to", "至", .moment),
    Field("reason", "原因", .text),
  ])

  static let event = Schema([
    Field("stage", "阶段", .code(vocabulary: "events.stage"), required: true),
    Field("step", "步骤", .text),
    Field("at", "时间", .moment),
    Field("received", "收到时间", .moment),
    Field("by", "人员", .text),
    Field("department", "部门", .code(vocabulary: "department")),
    Field("result", "结果", .code(vocabulary: "events.result")),
    Field("kind", "意见性质", .code(vocabulary: "events.kind")),
    Field("problem", "遇到的问题", .text),
    Field("remedy", "解决办法", .text),
    Field("note", "说明", .text),
    Field("departments", "责任部门", .list(.map(departments))),
  ])

  static let member = Schema(
    shorthand: "name",
    [
      Field("name", "姓名", .text),
      Field("role", "职能", .text),
    ])

  static let eightD = Schema([
    Field("number", "8D编号", .text),
    Field("statement", "问题陈述", .map(statement)),
    Field("customer_approved", "客户批准", .moment),
    Field("standardised", "标准化文件", .list(.text)),
    Field("rolled_out_to", "横向展开", .list(.text)),
  ])

  static let statement = Schema([
    Field("what", "何事", .text),
    Field("when", "何时", .text),
    Field("where", "何处", .text),
    Field("which", "何物", .text),
    Field("how", "如何", .text),
    Field("how_many", "多少", .text),
  ])

  static let measure = Schema(
    shorthand: "action",
    [
      Field("action", "措施", .text),
      Field("scope", "范围", .code(vocabulary: "containment.scope")),
      Field("quantity", "数量", .quantity),
      Field("defective", "不良数", .quantity),
      Field("owner", "负责人", .text),
      Field("due", "期限", .moment),
      Field("done", "完成", .moment),
      Field("effect", "效果", .text),
      Field("verified_by", "确认人", .text),
      Field("verified_on", "确认日期", .moment),
      Field("evidence", "证据", .list(.file)),
    ])

  static let rootCause = Schema(
    shorthand: "occurrence",
    [
      Field("occurrence", "发生原因", .text),
      Field("escape", "流出原因", .text),
      Field("kind", "原因类别", .text),
    ])

  static let approval = Schema([
    Field("subject", "事项", .text),
    Field("by", "审批人", .text),
    Field("rank", "级别", .text),
    Field("at", "时间", .moment),
    Field("result", "结果", .code(vocabulary: "approvals.result")),
    Field("comment", "意见", .text),
  ])

  static let customerDecision = Schema([
    Field("at", "时间", .moment),
    Field("accepted", "接受", .yesNo),
    Field("note", "说明", .text),
  ])

  static let reply = Schema([
    Field("at", "时间", .moment),
    Field("by", "发言人", .text),
    Field("way", "方式", .text),
    Field("wording", "口径", .text),
  ])

  static let notified = Schema(
    shorthand: "who",
    [
      Field("who", "对象", .text),
      Field("at", "时间", .moment),
    ])
}
