/// A corruption for each rule of the domain.
let ruleCorruptions: [Corruption] =
  settlementCorruptions + closingCorruptions + timeCorruptions + measureCorruptions + referenceCorruptions

/// Money, goods and their papers.
private let settlementCorruptions: [Corruption] = [
  Corruption("allowance.proof", "250901", "  return_value: 1500.00", "  allowance: ▲1500.00"),
  Corruption("approval.below_rank", "251003", "  amount: 640\n", "  amount: 640000\n", at: "  approver_rank: ▲部门经理"),
  Corruption(
    "approval.missing", "251003", "  approved_by: 方承泽\n  approver_rank: 部门经理\n", "  approved_by: 方承泽\n",
    at: "  amount: ▲640\n"),
  Corruption("approval.unknown_rank", "251003", "  approver_rank: 部门经理", "  approver_rank: ▲科长"),
  Corruption("return.proof", "260801", "  proof: original_invoice\n", "", at: "  received: ▲80\n"),
  Corruption("return.tolerance", "260801", "  received: 80\n", "  received: ▲90\n"),
  Corruption(
    "return.undecided", "260606", "  核定数量: 320\n  实收数量: 320\n", "", at: "  要求数量: ▲加工中未确定"),
  Corruption("quantity.exceeds", "250901", "  defective: 1\n", "  defective: ▲21\n"),
  Corruption("shares.sum", "250901", "    share: 60\n", "    share: 50\n", at: "departments:\n  ▲- name: 工程部"),
  Corruption(
    "departments.attributed", "260801", "  - name: 制造部\n    share: 100\n    person",
    "  ▲- name: 质管部\n    share: 100\n    person"),
  Corruption("money.rounded", "250901", "  freight: 200.00", "  freight: ▲200.005"),
]

/// Closing, calling back, telling, and what must be there before.
private let closingCorruptions: [Corruption] = [
  Corruption(
    "closure.agreed", "260202", "  applied_by: 路景行\n  by: 简素心\n", "  applied_by: 路景行\n", at: "  kind: ▲abnormal"),
  Corruption("closure.cause", "250904", "  kind: normal", "  kind: ▲abnormal"),
  Corruption(
    "closure.tries", "260202", "    reached: no\n    note: 提示已关机", "    reached: yes\n    note: 提示已关机",
    at: "  cause: ▲unreachable"),
  Corruption("effect.missing", "250904", "severity: minor", "severity: critical", at: "\nclosed: ▲2025-09-15 17:45"),
  Corruption("followup.late", "250904", "  - at: 2025-09-16 09:40", "  - at: ▲2025-09-17 09:40"),
  Corruption(
    "followup.missing", "250901", "followup_exempt: on_the_spot", "remark: 客户当面试压一次通过",
    at: "    at: ▲2025-09-09 17:20"),
  Corruption(
    "notify.late", "251201", "  - who: 总经理\n    at: 2025-12-03 10:30", "  - who: 总经理\n    at: ▲2025-12-13 10:30"),
  Corruption("notify.missing", "251201", "  - who: 总经理", "  - who: 总经办", at: "notified:\n  ▲- who: 管理者代表"),
  Corruption(
    "required.attachment", "251201", "    kind: 8D报告\n", "    kind: 英文摘要\n", at: "\nclosed: ▲2025-12-15 16:20"),
  Corruption("required.count", "260403", "  留样数: 1", "  留样数: ▲0"),
  Corruption("required.field", "260403", "书面资料日期: 2026年4月9日\n", "", at: "    时间: ▲2026年4月15日 08:20"),
  Corruption("samples.witness", "260715", "    说明: 第三批半固化片厚度偏薄6微米", "    说明: ▲拆机量得半固化片偏薄6微米"),
  Corruption("status.times", "250901", "status: closed", "status: ▲resolved"),
]

/// Dates, events and the clocks.
private let timeCorruptions: [Corruption] = [
  Corruption(
    "calendar.contradiction", "calendar/2026.yaml", "  - 2026-09-20\n  - 2026-10-10", "  - ▲2026-10-01\n  - 2026-10-10"),
  Corruption(
    "calendar.ending", "site.yaml", .change("as_of: 2026-10-31", to: "as_of: 2026-11-01"),
    told: ["calendar/2026.yaml:1:1"]),
  Corruption(
    "calendar.missing", "site.yaml", "from: validity_decided, limit: 10wd", "from: validity_decided, limit: 60wd",
    at: "  - ▲{ name: 永久对策答复"),
  Corruption("closed.before_received", "251009", "owner: 简素心\n", "closed: ▲2025-10-26 09:00\n"),
  Corruption("dates.order", "260509", "  answered: 2026-05-20", "  answered: ▲2026-05-17"),
  Corruption("due.extension", "261018", "  批准人: 方承泽\n未结案", "未结案", at: "  至: ▲2026-11-12"),
  Corruption(
    "event.after_closed", "251106", "  - stage: archived\n", "  - stage: assigned\n", at: "    at: ▲2025-12-09 16:00"),
  Corruption("event.before_received", "250904", "    at: 2025-09-07 10:47", "    at: ▲2025-09-06 10:47"),
  Corruption("event.received", "261014", "    received: 2026-10-20 08:40", "    received: ▲2026-10-20 10:40"),
  Corruption(
    "event.reopened", "260801", "    at: 2026-08-12 16:00", "    at: 2026-08-15 16:00", at: "    at: ▲2026-08-14 10:00"),
  Corruption("event.unfinished", "260801", "    result: done\n", "    result: ▲doing\n"),
  Corruption(
    "limit.unreachable", "site.yaml", "limit: 1d, when: { category: property/shuttle } }",
    "limit: 1d, when: { category: property/pest } }", at: "  - ▲{ name: 班车与会所系统结案"),
  Corruption("number.gap", "250909", "id: \"250909\"", "id: ▲\"250910\""),
  Corruption("number.month", "250909", "id: \"250909\"", "id: ▲\"251011\""),
  Corruption("number.pattern", "250909", "id: \"250909\"", "id: ▲\"25-909\""),
  Corruption("pause.order", "260411", "    to: 2026-05-08", "    to: ▲2026-05-05"),
  Corruption("promised.late", "260106", "promised: 2026-01-20 18:00", "promised: ▲2026-01-30 18:00"),
  Corruption("time.differs", "250901", "\nclosed: 2025-09-10 17:45", "\nclosed: ▲2025-09-10 17:44"),
]

/// Causes, measures and improvements.
private let measureCorruptions: [Corruption] = [
  Corruption(
    "cause.careless", "250901", "root_cause: 孔铜镀厚到四十二微米，压接孔补偿仍按三十微米计算。",
    "root_cause: ▲操作工疏忽，没认真看单。"),
  Corruption(
    "measure.date", "261005", "    owner: 卫清和\n    due: 2026-11-20\n", "    owner: 卫清和\n",
    at: "  - ▲action: 供应商胶塞恢复原配方后重新送样"),
  Corruption(
    "measure.owner", "261005", "    scope: supplier\n    owner: 卫清和\n", "    scope: supplier\n",
    at: "  - ▲action: 供应商胶塞恢复原配方后重新送样"),
  Corruption(
    "measure.training", "250909", "  - action: 辅助供电电容由22微法改为47微法，底座走线不变",
    "  - action: ▲对设计人员做低温供电培训"),
  Corruption("improvement.done", "improvements/first-response.md", "done: 2026-03-28\n", "", at: "effective: ▲yes"),
  Corruption("improvement.incomplete", "improvements/first-response.md", "owner: 简素心\n", "", at: "title: ▲夜间来件"),
  Corruption(
    "improvement.key", "improvements/capacitor-batch.md", "key: SP-48-10 }", "key: ▲SP-48-11 }"),
  Corruption(
    "improvement.order", "improvements/first-response.md", "confirmed_on: 2026-07-06", "confirmed_on: ▲2026-03-06"),
  Corruption("improvement.target", "improvements/capacitor-batch.md", "target: 0.02", "target: ▲2"),
  Corruption(
    "improvement.unconfirmed", "improvements/first-response.md", "confirmed_by: 谢允文\n", "", at: "effective: ▲yes"),
]

/// Other cases, files and processes.
private let referenceCorruptions: [Corruption] = [
  Corruption("attachment.missing", "260801", "  - file: 2608/260801-", "  - file: ▲2608/260801-x-"),
  Corruption(
    "attachment.size", "site.yaml", "max_size: 10MB", "max_size: 1681B", at: "260905|  - 文件: ▲2609/260905-xray.png"),
  Corruption(
    "attachment.type", "site.yaml", "csv, md, txt", "csv, txt", at: "260805|  - file: ▲2608/260805-meeting.md",
    "260910|  - file: ▲2609/260910-verify-minutes.md", "260910|      - ▲2609/260910-verify-minutes.md",
    "260506|  - file: ▲2605/260506-ecn.md", "260506|      - ▲2605/260506-ecn.md",
    "260403|  - 文件: ▲2604/260403-teardown.md", "260403|      - ▲2604/260403-teardown.md"),
  Corruption(
    "process.order", "260202", "    at: 2026-02-13 11:00", "    at: ▲2026-02-10 11:00"),
  Corruption("process.step", "260805", "    step: 10.3\n", "    step: ▲10.13\n"),
  Corruption(
    "process.end", "processes/two-level.yaml", "lane: 客户服务中心, kind: end", "lane: 客户服务中心, kind: step",
    at: "  - { id: ▲\"14.9\""),
  Corruption("process.lane", "processes/samples.yaml", "\"2.8\", lane: 采购部", "\"2.8\", lane: ▲采办部"),
  Corruption("process.start", "processes/two-level.yaml", "kind: start", "kind: step", at: "steps:\n  ▲- {"),
  Corruption(
    "process.unreachable", "processes/customer-returns.yaml", "{ to: \"12.8\", when: 就地处理 }",
    "{ to: \"12.3\", when: 就地处理 }", at: "  - { id: ▲\"12.8\""),
  Corruption("relation.order", "251003", "appeal_of: \"250906\"", "appeal_of: ▲\"251004\""),
  Corruption("relation.self", "251003", "appeal_of: \"250906\"", "appeal_of: ▲\"251003\""),
  Corruption("relation.twice", "261005", "  - 260802\n  - 260901\n", "  - 260901\n  - ▲260901\n"),
  Corruption("relation.undecided", "251003", "appeal_of: \"250906\"", "appeal_of: ▲\"250908\""),
  Corruption("relation.unknown", "251003", "appeal_of: \"250906\"", "appeal_of: ▲\"250999\""),
  Corruption("exposure.accepted", "exposure/2026.csv", "2026-01,SP-48-10,101,101,", "2026-01,SP-48-10,101,▲102,"),
  Corruption("file.special", "cases/2026/10/pipe.md", .pipe, told: ["cases/2026/10/pipe.md:1:1"]),
  Corruption("key.unknown", "250901", "demand: 换一片", "▲demnd: 换一片"),
]
