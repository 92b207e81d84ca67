/// A corruption for each way in which a file cannot be read.
let readingCorruptions: [Corruption] =
  valueCorruptions + textCorruptions + settingsCorruptions + tableCorruptions + processCorruptions

/// Values of a case.
private let valueCorruptions: [Corruption] = [
  Corruption("attachment.unsafe", "260801", "  - file: 2608/260801-", "  - file: ▲../2608/260801-"),
  Corruption("date.invalid", "250901", "    at: 2025-09-09 17:20", "    at: ▲2025-09-31 17:20"),
  Corruption("id.duplicate", "250909", "id: \"250909\"", "id: ▲\"250908\"", at: "250908|投诉编号: ▲\"250908\""),
  Corruption("id.invalid", "250909", "id: \"250909\"", "id: ▲\"25 0909\""),
  Corruption("id.reserved", "250909", "id: \"250909\"", "id: ▲\"250908-8d\""),
  Corruption("key.duplicate", "250901", "demand: 换一片", "▲owner: 换一片"),
  Corruption("money.currency", "250901", "  freight: 200.00", "  freight: ▲USD 200.00"),
  Corruption("number.invalid", "250901", "  shipped: 100", "  shipped: ▲一百"),
  Corruption("process.unknown", "260202", "process: two-level\n", "process: ▲two-levels\n"),
  Corruption("value.ambiguous", "site.yaml", "aliases: [柜面差错]", "aliases: [系统故障]", at: "250908|投诉类型: ▲系统故障"),
  Corruption("value.invisible", "250901", "category: quality/dimension", "category: ▲quality/dimen\u{200B}sion"),
  Corruption("value.missing", "250901", "title: 多层PCB压接孔偏小", "▲title:"),
  Corruption("value.shape", "250901", "weight:\n  - important", "weight: ▲important"),
  Corruption("value.unknown", "250901", "channel: phone", "channel: ▲phnoe"),
  Corruption("yesno.invalid", "250903", "    reached: yes", "    reached: ▲maybe"),
]

/// The text of a case: bytes, fences and YAML. The last number of its month, so that none seems to be missing.
private let textCorruptions: [Corruption] = [
  Corruption("file.control", "250909", "demand: 说明能否", "demand: 说明▲\u{7}能否"),
  Corruption("frontmatter.fence", "250909", "---\nid:", "--- ▲x\nid:"),
  Corruption("frontmatter.missing", "250909", "---\nid:", "▲kesu\nid:"),
  Corruption(
    "frontmatter.size", "250909", "demand: 说明", "demand: " + String(repeating: "冷", count: 30_000), at: "▲---\nid:"),
  Corruption("frontmatter.unclosed", "250909", "\n---\nKestrey", "\nKestrey", at: "▲---\nid:"),
  Corruption("yaml.alias", "250909", "demand: 说明能否不拆机改好，并给出改后的低温数据。", "demand: ▲*note"),
  Corruption("yaml.anchor", "250909", "demand: 说明能否", "demand: ▲&note 说明"),
  Corruption("yaml.comment", "250909", "demand: 说明能否", "demand: 说明 ▲#3 能否"),
  Corruption("yaml.tag", "250909", "demand: 说明能否", "demand: ▲!!str 说明"),
  Corruption(
    "yaml.depth", "250909", "demand: 说明能否",
    "demand: " + String(repeating: "[", count: 31) + "▲[" + String(repeating: "]", count: 32) + "\nremark: 说明"),
  Corruption("yaml.directive", "250909", "demand: 说明能否", "▲%remark: 说明\ndemand: 能否"),
  Corruption("yaml.key", "250909", "demand: 说明能否", "? ▲[demand]\n: 说明"),
  Corruption("yaml.syntax", "250909", "demand: 说明能否", "demand: 说明▲: 能否"),
]

/// site.yaml and the calendars.
private let settingsCorruptions: [Corruption] = [
  Corruption("calendar.year", "calendar/2026.yaml", "  - 2026-09-20", "  - ▲2027-09-20"),
  Corruption(
    "limit.invalid", "site.yaml", "from: registered, limit: 1d@15:00", "from: registered, limit: ▲1d@25:00"),
  Corruption(
    "limit.working_hours", "site.yaml", "working_hours: 09:00-12:00, 13:00-18:00", "working_hours: ~",
    at: "  - ▲{ name: 联单核对派发", "  - ▲{ name: 批准后答复客户", "processes/sales-slip.yaml|  - ▲{ id: \"13.6\"",
    "processes/sales-slip.yaml|  - ▲{ id: \"13.7\""),
  Corruption("settings.duplicate", "site.yaml", "  - { rank: 总经理 }", "  - { rank: 总经理 }\n  - ▲{ rank: 总经理 }"),
  Corruption("settings.missing", "site.yaml", "title: 客户投诉看板", "▲title: ~"),
  Corruption("settings.rule", "site.yaml", "rules: { effect.missing", "rules: { ▲date.invalid"),
  Corruption("settings.time_zone", "site.yaml", "time_zone: Asia/Shanghai", "time_zone: ▲Asia/Tingnan"),
  Corruption("settings.value", "site.yaml", "language: zh-Hans", "language: ▲de"),
  Corruption(
    "settings.vocabulary", "site.yaml", "vocabularies:\n",
    "vocabularies:\n  events.result: [{ code: done, label: 完成 }, { code: doing, label: 进行中 }, { code: failed, label: 失败 }, ▲{ code: paused }]\n"
  ),
]

/// Tables of numbers.
private let tableCorruptions: [Corruption] = [
  Corruption(
    "csv.cells", "tallies/2026-10.csv", "2026-10-13,finance/claim,3,closed,solved,phone,insurance,insurance_point,",
    "▲2026-10-13,finance/claim,3,closed,solved,phone,insurance,insurance_point"),
  Corruption("csv.empty", "exposure/2025.csv", .write([]), told: ["exposure/2025.csv:1:1"]),
  Corruption(
    "csv.header", "tallies/2026-10.csv", "date,category,count,status,result,channel",
    "date,category,count,status,result,▲chanel"),
  Corruption("csv.missing", "exposure/2026.csv", "2026-01,SP-48-10,101,101,6110", "▲,SP-48-10,101,101,6110"),
  Corruption("csv.period", "exposure/2026.csv", "2026-01,SP-48-10,101", "▲2026-W1,SP-48-10,101"),
  Corruption("csv.quote", "tallies/2026-10.csv", "2026-10-30,finance/system,2,", "2026-10-30,finance/system,▲\"2,"),
  Corruption(
    "exposure.contradiction", "exposure/2026.csv", "2026-01,SP-24-05,70", "▲2026-01,SP-48-10,70",
    at: "▲2026-01,SP-48-10,101"),
]

/// Processes.
private let processCorruptions: [Corruption] = [
  Corruption(
    "process.duplicate", "processes/two-level.yaml", "  - { id: \"14.1\"", "  - { id: \"14.2\"",
    at: "  - { id: ▲\"14.2\", lane: 物业服务部"),
  Corruption(
    "process.target", "processes/two-level.yaml", "{ to: \"14.9\", when: 同意 }", "{ to: ▲\"14.99\", when: 同意 }"),
  Corruption("yaml.document", "processes/samples.yaml", "id: samples\n", "id: samples\n▲---\n"),
  Corruption(
    "yaml.map", "processes/samples.yaml", .write(Array("- samples\n".utf8)), told: ["processes/samples.yaml:1:1"]),
]

/// Files that stand where none should, or cannot be read as text.
let folderCorruptions: [Corruption] = [
  Corruption(
    "file.duplicate", "reports/monthly/2026-10.MD", .write(Array("# 十月\n".utf8)),
    told: ["reports/monthly/2026-10.md:1:1"]),
  Corruption(
    "file.encoding", "pages/numbering.md", .write([0x23, 0x20, 0xB1, 0xE0]), told: ["pages/numbering.md:1:3"]),
  Corruption("file.name", "cases/2026/10/2610\u{7}24.md", .write([]), told: ["cases/2026/10/2610\\x0724.md:1:1"]),
  Corruption(
    "file.period", "calendar/next.yaml", .write(Array("holidays: []\n".utf8)), told: ["calendar/next.yaml:1:1"]),
  Corruption(
    "file.size", "pages/numbering.md", .write([UInt8](repeating: 0x61, count: 1_048_577)),
    told: ["pages/numbering.md:1:1"]),
]
