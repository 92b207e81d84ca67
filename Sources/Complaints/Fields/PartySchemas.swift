/// The maps of a case that say who complains of what: customer, product, production, samples, who is responsible.
extension CaseSchema {
  static let customer = Schema(
    shorthand: "name",
    [
      Field("name", "客户姓名", .text, personal: .name),
      Field("complainant", "投诉人", .text, personal: .name),
      Field("type", "客户类型", .code(vocabulary: "customer.type")),
      Field("contact", "联系人", .text, personal: .name),
      Field("phone", "电话", .text, personal: .phone),
      Field("email", "邮箱", .text, personal: .email),
      Field("address", "地址", .text, personal: .address),
      Field("unit", "房号", .text, personal: .unit),
      Field("purchases", "购买记录", .text),
    ])

  package static let product = Schema(
    shorthand: "name",
    [
      Field("name", "品名", .code(vocabulary: "product")),
      Field("part_no", "料号", .text),
      Field("spec", "规格", .text),
      Field("lot", "批号", .text),
      Field("order_no", "订单编号", .text),
      Field("delivered", "交货日期", .moment),
      Field("lots", "批数", .count),
      Field("incoming", "来料数量", .quantity),
      Field("shipped", "出货数量", .quantity),
      Field("inspected", "抽检数", .quantity),
      Field("defective", "不良数", .quantity),
      Field("unit", "单位", .text),
      Field("amount", "金额", .money),
      Field("delivery_kind", "送货性质", .code(vocabulary: "product.delivery_kind")),
    ])

  static let production = Schema([
    Field("unit", "生产单位", .text),
    Field("shift", "班别", .text),
    Field("operator", "生产人员", .text, personal: .name),
    Field("date", "生产日期", .moment),
  ])

  static let samples = Schema([
    Field("asked", "要求数", .count),
    Field("received", "收到数", .count),
    Field("kept", "留样数", .count),
    Field("label", "标签", .text),
    Field("sealed", "封存日期", .moment),
    Field("place", "存放处", .text),
    Field("teardown_witness", "拆机见证人", .text),
  ])

  static let assessment = Schema([
    Field("urgency", "紧急", .score),
    Field("severity", "严重", .score),
    Field("influence", "影响力", .score),
    Field("risk", "风险", .score),
    Field("by", "评估人", .text),
    Field("at", "评估时间", .moment),
    Field("note", "说明", .text),
  ])

  static let departments = Schema(
    shorthand: "name",
    [
      Field("name", "部门", .code(vocabulary: "department")),
      Field("share", "责任比例", .percent),
      Field("person", "责任人", .text),
      Field("served", "送达日期", .moment),
      Field("external", "外部单位", .yesNo),
    ])

  static let supplier = Schema([
    Field("name", "名称", .text),
    Field("vcar", "VCAR编号", .text),
    Field("sent", "发出", .moment),
    Field("answered", "答复", .moment),
    Field("audited", "审核", .moment),
    Field("rtv", "退供数量", .quantity),
    Field("recovered", "索赔金额", .money),
  ])
}
