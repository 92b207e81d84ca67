/// The maps of a case that say how it is settled: solution, money, returned goods, closing, what came after.
extension CaseSchema {
  static let solution = Schema([
    Field("kind", "方式", .code(vocabulary: "solution.kind")),
    Field("plan", "方案", .text),
    Field("amount", "金额", .money),
    Field("approved_by", "审批人", .text),
    Field("approver_rank", "审批级别", .text),
    Field("approved", "审批日期", .moment),
  ])

  static let tracked = Schema(
    shorthand: "tracked",
    [
      Field("tracked", "列入追踪", .yesNo),
      Field("reason", "原因", .text),
    ])

  package static let costs = Schema([
    Field("claim", "索赔", .money),
    Field("allowance", "折让", .money),
    Field("compensation", "赔款", .money),
    Field("return_value", "退货", .money),
    Field("rework", "返工", .money),
    Field("sorting", "挑选", .money),
    Field("travel", "差旅", .money),
    Field("freight", "运费", .money),
    Field("inspection", "检验", .money),
    Field("scrap", "报废", .money),
    Field("customer_rework", "委托处理", .money),
    Field("other", "其他", .money),
  ])

  static let receivable = Schema([
    Field("amount", "金额", .money),
    Field("due", "到期", .moment),
    Field("withheld", "扣除", .yesNo),
  ])

  static let deduction = Schema([
    Field("target", "对象", .text),
    Field("kind", "种类", .code(vocabulary: "deductions.kind")),
    Field("amount", "金额", .money),
    Field("notice", "通知单号", .text),
    Field("basis", "依据", .text),
    Field("approved", "核准日期", .moment),
    Field("published", "公布日期", .moment),
    Field("note", "说明", .text),
  ])

  static let returned = Schema([
    Field("slip", "退货单号", .text),
    Field("reason", "原因", .text),
    Field("basis", "依据", .text),
    Field("requested", "要求数量", .quantityOr(vocabulary: "return.requested")),
    Field("approved", "核定数量", .quantity),
    Field("received", "实收数量", .quantity),
    Field("tolerance", "允差", .percent),
    Field("disposition", "处置", .code(vocabulary: "return.disposition")),
    Field("proof", "证明", .code(vocabulary: "return.proof")),
    Field("issued_on", "开单日期", .moment),
    Field("arrived", "到货时间", .moment),
    Field("decided", "判定时间", .moment),
    Field("approved_by", "核准人", .text),
    Field("area", "存放区", .text),
  ])

  static let closure = Schema([
    Field("kind", "方式", .code(vocabulary: "closure.kind")),
    Field("cause", "原因", .code(vocabulary: "closure.cause")),
    Field("applied", "申请时间", .moment),
    Field("applied_by", "申请人", .text),
    Field("by", "批准人", .text),
    Field("note", "说明", .text),
  ])

  static let followup = Schema([
    Field("at", "时间", .moment),
    Field("by", "回访人", .text),
    Field("way", "方式", .code(vocabulary: "followups.way")),
    Field("reached", "接通", .yesNo),
    Field("satisfied", "满意", .yesNo),
    Field("note", "意见", .text),
  ])

  static let satisfaction = Schema(
    shorthand: "overall",
    [
      Field("speed", "速度", .score),
      Field("solved", "解决", .yesNo),
      Field("overall", "整体", .score),
    ])

  package static let attachment = Schema(
    shorthand: "file",
    [
      Field("file", "文件", .file, required: true),
      Field("kind", "类型", .text),
      Field("note", "说明", .text),
      Field("private", "保密", .yesNo),
    ])

  static let distribution = Schema(
    shorthand: "department",
    [
      Field("department", "部门", .code(vocabulary: "department")),
      Field("copy", "联次", .text),
      Field("original", "原件", .yesNo),
      Field("received_by", "签收人", .text),
      Field("at", "时间", .moment),
    ])
}
