import Complaints
import Testing

@testable import Intake

/// The keys and values are those of the ledger's documented front matter, in English and in Chinese.
@Suite struct CaseReadingTests {
  static let english = """
    id: "261001"
    title: 电源异响
    received: 2026-10-12 09:30
    kind: complaint
    status: in_progress
    channel: phone
    category: quality/electrical
    severity: major
    urgency: immediate
    level: company
    weight: [hot, important]
    region: overseas
    cause_kind: quality
    validity: valid
    form: written
    written_on: 2026-10-13
    flags: [collective, exposure]
    business: 电源
    branch: 深圳
    process: returns
    recorded_by: 王芳
    owner: 李强
    handler: 赵敏
    handled: 2026-10-14
    remark: 备注文字
    transferred_from: 销售部
    occurred: 2026-10-11 20:00
    place: 客户仓库
    description: 通电后有异响
    demand: 换货
    impact: 停线两小时
    mood: 激动
    customer: { name: 远航, complainant: 陈先生, type: regular, contact: 陈, phone: 13800138000, email: a@b.cn, address: 广东省深圳市, unit: 3-201, purchases: 三批 }
    product: [{ name: 适配器, part_no: P-1, spec: 12V, lot: L1, order_no: O1, delivered: 2026-09-01, lots: 2, incoming: 500, shipped: 1000, inspected: 50, defective: 3.5, unit: 件, amount: 1234.50, delivery_kind: first }]
    production: { unit: 一车间, shift: 早班, operator: 周, date: 2026-08-30 }
    samples: { asked: 2, received: 2, kept: 1, label: 有, sealed: 2026-10-15, place: A柜, teardown_witness: 吴 }
    reply_by: 2026-10-20
    promised: 2026-10-19 18:00
    assessment: { urgency: 3, severity: 4, influence: 2, risk: 1, by: 李, at: 2026-10-12 10:00, note: 无 }
    departments: [{ name: 制造部, share: 60, person: 孙, served: 2026-10-16, external: no }, { name: 质管部, share: 40 }]
    supplier: { name: 恒达, vcar: V1, sent: 2026-10-13, answered: 2026-10-15, audited: 2026-10-18, rtv: 20, recovered: 300 }
    due: { until: 2026-10-25, reason: 等样品, approved_by: 郑 }
    paused: [{ from: 2026-10-14, to: 2026-10-15, reason: 等客户 }]
    events: [{ stage: responded, step: 去电, at: 2026-10-12 11:00, received: 2026-10-12 09:40, by: 李, department: 客服部, result: done, kind: contact, problem: 无, remedy: 无, note: 已告知, departments: [{ name: 制造部, share: 100 }] }]
    responded: 2026-10-12 11:00
    contained: 2026-10-13
    closed: 2026-10-24
    open_reason: 无
    outcome: partly
    team: [{ name: 李, role: 组长 }]
    eight_d: { number: 8D-1, statement: { what: 异响 }, customer_approved: 2026-10-23, standardised: [WI-1], rolled_out_to: [P-2] }
    containment: [{ action: 隔离, scope: stock, quantity: 100, defective: 4, owner: 张, due: 2026-10-14, done: 2026-10-14, effect: 好, verified_by: 王, verified_on: 2026-10-15, evidence: [a.pdf] }]
    corrective: [{ action: 改线 }]
    preventive: [{ action: 培训 }]
    root_cause: { occurrence: 虚焊, escape: 漏检, kind: 工艺 }
    solution: { kind: exchange, plan: 换一批, amount: 500, approved_by: 总, approver_rank: 部门经理, approved: 2026-10-17 }
    approvals: [{ subject: 赔付, by: 总, rank: 部门经理, at: 2026-10-17, result: agreed, comment: 可 }]
    customer_decision: [{ at: 2026-10-22, accepted: yes, note: 可 }]
    reply: { at: 2026-10-21, by: 李, way: 信函, wording: 致歉 }
    notified: [{ who: 总经理, at: 2026-10-12 }]
    tracked: { tracked: yes, reason: 重大 }
    costs: { claim: 1, allowance: 2, compensation: 3, return_value: 4, rework: 5, sorting: 6, travel: 7, freight: 8, inspection: 9, scrap: 10, customer_rework: 11, other: 12 }
    receivable: { amount: 900, due: 2026-12-01, withheld: yes }
    deductions: [{ target: 制造部, kind: bonus, amount: 50, notice: N1, basis: 办法, approved: 2026-10-28, published: 2026-10-29, note: 无 }]
    return: { slip: R1, reason: 异响, basis: 合同, requested: in_process, approved: 100, received: 98, tolerance: 2, disposition: rework, proof: original_invoice, issued_on: 2026-10-18, arrived: 2026-10-19, decided: 2026-10-20, approved_by: 总, area: B区 }
    allowance_proof: annotated_copy
    closure: { kind: abnormal, cause: unreachable, applied: 2026-10-23, applied_by: 李, by: 总, note: 无 }
    followups: [{ at: 2026-10-25, by: 客服, way: visit, reached: yes, satisfied: no, note: 一般 }]
    followup_exempt: no_contact
    satisfaction: { speed: 4, solved: yes, overall: 3 }
    repeat_of: "250901"
    appeal_of: "250902"
    related: ["250903"]
    reopened: 2026-10-26
    attachments: [{ file: a.pdf, kind: 8D报告, note: 第一版, private: yes }]
    distribution: [{ department: 制造部, copy: 第二联, original: no, received_by: 钱, at: 2026-10-27 }]
    lesson: 先听完
    tags: [异响]
    private: yes
    """

  static let chinese = """
    投诉编号: "261001"
    投诉主题: 电源异响
    投诉日期: 2026年10月12日 09:30
    事项性质: 投诉
    处理状态: 进行中
    投诉渠道: 来电
    投诉类型: 产品质量/电性能
    严重程度: 一般
    紧急程度: 立即
    受理层级: 公司级
    重要程度: [热点, 重要]
    区域: 国外
    原因性质: 品质异常
    有效性: 有效
    投诉形式: 书面
    书面资料日期: 2026/10/13
    特殊标记: [群体, 曝光]
    业务: 电源
    网点: 深圳
    流程: returns
    受理人: 王芳
    负责人: 李强
    处理人员: 赵敏
    处理日期: 2026/10/14
    备注: 备注文字
    转来单位: 销售部
    发生时间: 2026年10月11日20:00
    发生地点: 客户仓库
    投诉内容: 通电后有异响
    客户要求: 换货
    影响: 停线两小时
    客户情绪: 激动
    客户: { 客户姓名: 远航, 投诉人: 陈先生, 客户类型: 老客户, 联系人: 陈, 电话: 13800138000, 邮箱: a@b.cn, 地址: 广东省深圳市, 房号: 3-201, 购买记录: 三批 }
    产品: { 品名: 适配器, 料号: P-1, 规格: 12V, 批号: L1, 订单编号: O1, 交货日期: 2026年9月1日, 批数: ２, 来料数量: 500, 出货数量: "1,000", 抽检数: 50, 不良数: 3.5, 单位: 件, 金额: "¥1,234.50", 送货性质: 首批 }
    生产信息: { 生产单位: 一车间, 班别: 早班, 生产人员: 周, 生产日期: 2026/8/30 }
    样品: { 要求数: 2, 收到数: 2, 留样数: 1, 标签: 有, 封存日期: 2026-10-15, 存放处: A柜, 拆机见证人: 吴 }
    要求回复时间: 2026-10-20
    承诺回复时间: 2026-10-19T10:00:00Z
    初步评估: { 紧急: 3, 严重: 4, 影响力: 2, 风险: 1, 评估人: 李, 评估时间: 2026-10-12 10:00, 说明: 无 }
    责任部门: [{ 部门: 制造部, 责任比例: 60%, 责任人: 孙, 送达日期: 2026-10-16, 外部单位: 否 }, { 部门: 质管部, 责任比例: 40 }]
    供应商: { 名称: 恒达, VCAR编号: V1, 发出: 2026-10-13, 答复: 2026-10-15, 审核: 2026-10-18, 退供数量: 20, 索赔金额: 300元 }
    处理期限: { 至: 2026-10-25, 原因: 等样品, 批准人: 郑 }
    暂停计时: [{ 从: 2026-10-14, 至: 2026-10-15, 原因: 等客户 }]
    处理记录: [{ 阶段: 响应, 步骤: 去电, 时间: 2026-10-12 11:00, 收到时间: 2026-10-12 09:40, 人员: 李, 部门: 客服部, 结果: 完成, 意见性质: 联系, 遇到的问题: 无, 解决办法: 无, 说明: 已告知, 责任部门: [{ 部门: 制造部, 责任比例: 100 }] }]
    响应时间: 2026-10-12 11:00
    围堵时间: 2026-10-13
    结案时间: 2026-10-24
    未结案原因: 无
    处理结果: 部分解决
    小组成员: [{ 姓名: 李, 职能: 组长 }]
    8D: { 8D编号: 8D-1, 问题陈述: { what: 异响 }, 客户批准: 2026-10-23, 标准化文件: [WI-1], 横向展开: [P-2] }
    临时措施: [{ 措施: 隔离, 范围: 在库, 数量: 100, 不良数: 4, 负责人: 张, 期限: 2026-10-14, 完成: 2026-10-14, 效果: 好, 确认人: 王, 确认日期: 2026-10-15, 证据: [a.pdf] }]
    纠正措施: [改线]
    预防措施: [培训]
    根本原因: { 发生原因: 虚焊, 流出原因: 漏检, 原因类别: 工艺 }
    解决方案: { 方式: 换货, 方案: 换一批, 金额: 500, 审批人: 总, 审批级别: 部门经理, 审批日期: 2026-10-17 }
    审批记录: [{ 事项: 赔付, 审批人: 总, 级别: 部门经理, 时间: 2026-10-17, 结果: 同意, 意见: 可 }]
    客户判定: [{ 时间: 2026-10-22, 接受: 是, 说明: 可 }]
    客户答复: { 时间: 2026-10-21, 发言人: 李, 方式: 信函, 口径: 致歉 }
    知会: [{ 对象: 总经理, 时间: 2026-10-12 }]
    列入追踪: { 列入追踪: 是, 原因: 重大 }
    费用: { 索赔: 1, 折让: 2, 赔款: 3, 退货: 4, 返工: 5, 挑选: 6, 差旅: 7, 运费: 8, 检验: 9, 报废: 10, 委托处理: 11, 其他: 12 }
    应收货款: { 金额: 900, 到期: 2026-12-01, 扣除: 是 }
    罚扣: [{ 对象: 制造部, 种类: 奖金, 金额: 50, 通知单号: N1, 依据: 办法, 核准日期: 2026-10-28, 公布日期: 2026-10-29, 说明: 无 }]
    退货: { 退货单号: R1, 原因: 异响, 依据: 合同, 要求数量: 加工中未确定, 核定数量: 100, 实收数量: 98, 允差: 2％, 处置: 返工, 证明: 原发票, 开单日期: 2026-10-18, 到货时间: 2026-10-19, 判定时间: 2026-10-20, 核准人: 总, 存放区: B区 }
    折让证明: 注明的发票影本
    关闭: { 方式: 非正常, 原因: 无法联系, 申请时间: 2026-10-23, 申请人: 李, 批准人: 总, 说明: 无 }
    回访: [{ 时间: 2026-10-25, 回访人: 客服, 方式: 上门, 接通: 是, 满意: 否, 意见: 一般 }]
    免回访: 无法联系
    满意度: { 速度: 4, 解决: 是, 整体: 3 }
    重复投诉: "250901"
    前次处理单: "250902"
    关联: ["250903"]
    重开: 2026-10-26
    附件: [{ 文件: a.pdf, 类型: 8D报告, 说明: 第一版, 保密: 是 }]
    分发: [{ 部门: 制造部, 联次: 第二联, 原件: 否, 签收人: 钱, 时间: 2026-10-27 }]
    经验教训: 先听完
    标签: [异响]
    保密: 是
    """

  static let site = """
    vocabularies:
      category:
        - { code: quality, label: { zh-Hans: 产品质量, en: Product quality }, aliases: [质量], children: [{ code: electrical, label: 电性能 }] }
    """

  @Test func englishAndChineseKeysReadAlike() throws {
    let english = readCase("---\n\(Self.english)\n---\n叙述", site: Self.site)
    let chinese = readCase("---\r\n\(Self.chinese.replacing("\n", with: "\r\n"))\r\n...\r\n叙述", site: Self.site)
    #expect(english.diagnostics.map(\.description) == [])
    #expect(chinese.diagnostics.map(\.description) == [])
    let one = try #require(english.file)
    let other = try #require(chinese.file)
    for field in CaseSchema.schema.fields {
      let (left, right) = (one.record[key: field.key], other.record[key: field.key])
      #expect(left != nil, "\(field.key) was not read")
      #expect(left.map { plain($0.value) } == right.map { plain($0.value) }, "\(field.key)")
    }
    #expect(one.narrative == Array("叙述".utf8))
    #expect(one.narrativeLine == Self.english.split(separator: "\n").count + 3)
  }

  @Test(arguments: [
    ("customer: 远航", "customer: { name: 远航 }"), ("product: 适配器", "product: [{ name: 适配器 }]"),
    ("product: { name: 适配器 }", "product: [{ name: 适配器 }]"), ("产品: [甲, 乙]", "product: [{ name: 甲 }, { name: 乙 }]"),
    ("departments: [制造部, 质管部]", "departments: [{ name: 制造部 }, { name: 质管部 }]"),
    ("due: 2026-10-25", "due: { until: 2026-10-25 }"), ("team: [李, 王]", "team: [{ name: 李 }, { name: 王 }]"),
    ("corrective: [改线]", "corrective: [{ action: 改线 }]"), ("root_cause: 虚焊", "root_cause: { occurrence: 虚焊 }"),
    ("notified: [总经理]", "notified: [{ who: 总经理 }]"), ("tracked: 是", "tracked: { tracked: yes }"),
    ("satisfaction: 4", "satisfaction: { overall: 4 }"), ("attachments: [a.pdf]", "attachments: [{ file: a.pdf }]"),
    ("distribution: [制造部]", "distribution: [{ department: 制造部 }]"),
  ])
  func aLoneValueStandsForItsMap(short: String, long: String) throws {
    let head = "---\nid: a\ntitle: t\nreceived: 2026-10-12\n"
    let one = try #require(readCase(head + short + "\n---\n").file)
    let other = try #require(readCase(head + long + "\n---\n").file)
    #expect(one.record.entries.map { plain($0.item.value) } == other.record.entries.map { plain($0.item.value) })
    #expect(one.record.entries.count == 4)
  }

  @Test func everyKeyOfEveryMapIsRead() throws {
    let file = try #require(readCase("---\n\(Self.english)\n---\n", site: Self.site).file)
    // Maps that the ledger shows in their short form, and statements of which one key stands for all.
    let short = ["corrective", "preventive", "eight_d.statement", "departments", "events.departments"]
    expectWhole(file.record, "", except: short)
  }

  private func expectWhole(_ record: Record, _ prefix: String, except short: [String]) {
    for field in record.schema.fields {
      let path = prefix + field.key
      guard let item = record[key: field.key] else {
        Issue.record("\(path) was not read")
        continue
      }
      if short.contains(path) { continue }
      if case .map(let inner) = item.value { expectWhole(inner, path + ".", except: short) }
      if case .list(let items) = item.value, case .map(let inner)? = items.first?.value {
        expectWhole(inner, path + ".", except: short)
      }
    }
  }

  /// A value without its places.
  private func plain(_ value: Value) -> String {
    switch value {
    case .list(let items): "[" + items.map { plain($0.value) }.joined(separator: "|") + "]"
    case .map(let record):
      "{"
        + record.entries.map { "\(record.schema.fields[$0.field].key)=\(plain($0.item.value))" }
        .joined(separator: "|") + "}"
    default: "\(value)"
    }
  }
}

extension Record {
  fileprivate subscript(key key: String) -> Item? { self[key] }
}
