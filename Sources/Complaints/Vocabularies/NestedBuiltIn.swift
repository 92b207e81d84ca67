/// The built-in vocabularies of fields inside maps.
extension Vocabulary {
  static let nested: [Vocabulary] = [
    simple("customer.type", [("new", "新客户", "New"), ("regular", "老客户", "Regular"), ("vip", "VIP", "VIP")]),
    simple(
      "product.delivery_kind",
      [("normal", "正常", "Normal"), ("first", "首批", "First lot"), ("replacement", "换料", "Replacement")]),
    simple("events.result", [("done", "完成", "Done"), ("doing", "进行中", "Doing"), ("failed", "失败", "Failed")]),
    simple(
      "events.kind",
      [
        ("opinion", "意见", "Opinion"), ("decision", "决定", "Decision"), ("objection", "签呈", "Objection"),
        ("contact", "联系", "Contact"),
      ]),
    simple(
      "containment.scope",
      [
        ("line", "在线", "Line"), ("transit", "在途", "Transit"), ("stock", "在库", "Stock"),
        ("customer", "客户处", "Customer"), ("supplier", "供应商", "Supplier"),
      ]),
    simple(
      "solution.kind",
      [
        ("exchange", "换货", "Exchange"), ("refund", "退款", "Refund"), ("return", "退货", "Return"),
        ("rework", "返工", "Rework"), ("redo", "重做", "Redo"), ("recall", "召回", "Recall"),
        ("allowance", "折让", "Allowance"), ("compensation", "赔款", "Compensation"),
        ("explanation", "解释", "Explanation"), ("training", "培训", "Training"), ("other", "其他", "Other"),
      ]),
    simple("approvals.result", [("agreed", "同意", "Agreed"), ("refused", "退回", "Refused")]),
    simple("deductions.kind", [("bonus", "奖金", "Bonus"), ("administrative", "行政", "Administrative")]),
    simple("return.requested", [("in_process", "加工中未确定", "Still in process")]),
    simple(
      "return.disposition",
      [
        ("rework", "返工", "Rework"), ("scrap", "报废", "Scrap"), ("concession", "特采", "Concession"),
        ("restock", "入库", "Restock"),
      ]),
    simple(
      "return.proof",
      [
        ("original_invoice", "原发票", "Original invoice"), ("annotated_copy", "注明的发票影本", "Annotated copy"),
        ("return_certificate", "退货证明单", "Return certificate"),
      ]),
    simple(
      "allowance_proof",
      [
        ("annotated_copy", "注明的发票影本", "Annotated copy"),
        ("allowance_certificate", "销货折让证明单", "Allowance certificate"),
      ]),
    simple("closure.kind", [("normal", "正常", "Normal"), ("abnormal", "非正常", "Abnormal")]),
    simple(
      "closure.cause",
      [
        ("contract_conflict", "与合同冲突", "Conflict with the contract"),
        ("final_decision", "终局决定", "Final decision"), ("unreachable", "无法联系", "Unreachable"),
      ]),
    simple(
      "followups.way",
      [("phone", "电话", "Phone"), ("visit", "上门", "Visit"), ("online", "网上", "Online"), ("survey", "问卷", "Survey")]),
    simple(
      "followup_exempt",
      [
        ("on_the_spot", "现场解决", "Solved on the spot"), ("anonymous", "匿名", "Anonymous"),
        ("no_contact", "无法联系", "No contact"), ("sensitive", "敏感", "Sensitive"),
        ("refused", "客户拒绝", "Customer refused"),
      ]),
    simple(
      "events.stage",
      [
        ("received", "受理", "Received"), ("registered", "登记", "Registered"), ("submitted", "呈报", "Submitted"),
        ("escalated", "升级", "Escalated"), ("written_received", "收到书面资料", "Written proof received"),
        ("assessed", "评估", "Assessed"), ("assigned", "指派", "Assigned"), ("informed", "告知", "Informed"),
        ("responded", "响应", "Responded"), ("progressed", "进展回报", "Progress reported"),
        ("visited", "走访", "Visited"), ("sampled", "取样", "Sampled"),
        ("validity_decided", "判定是否成立", "Validity decided"), ("attributed", "责任归属", "Attributed"),
        ("contained", "围堵", "Contained"), ("investigated", "调查", "Investigated"),
        ("cause_found", "原因确认", "Cause found"), ("planned", "拟定对策", "Planned"),
        ("reviewed", "综合意见", "Reviewed"), ("approved", "核决", "Approved"), ("replied", "答复客户", "Replied"),
        ("accepted", "客户接受", "Accepted"), ("rejected", "客户不接受", "Rejected"), ("executed", "执行", "Executed"),
        ("goods_received", "收货", "Goods received"), ("inspected", "检验", "Inspected"),
        ("reworked", "重处理", "Reworked"), ("verified", "效果验证", "Verified"),
        ("closure_applied", "申请关闭", "Closure applied for"), ("followed_up", "回访", "Followed up"),
        ("expedited", "催办", "Expedited"), ("closed", "结案", "Closed"), ("reopened", "重开", "Reopened"),
        ("archived", "归档", "Archived"), ("objected", "异议", "Objected"),
      ]),
  ]
}
