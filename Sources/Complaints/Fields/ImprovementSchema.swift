/// Every key of a file in improvements/: a measure across cases, what it is to reach, and how far it is.
package enum ImprovementSchema {
  package static let schema = Schema([
    Field("title", "改善项目", .text, required: true),
    Field("owner", "负责人", .code(vocabulary: "owner")),
    Field("due", "期限", .moment),
    Field("metric", "指标", .text),
    Field("split", "细分", .map(split)),
    Field("baseline", "基准值", .quantity),
    Field("target", "目标值", .quantity),
    Field("relative", "相对值", .yesNo),
    Field("progress", "进展", .list(.map(progress))),
    Field("cases", "涉及案件", .list(.caseLink)),
    Field("done", "完成", .moment),
    Field("effective", "有效", .yesNo),
    Field("confirmed_by", "确认人", .text),
    Field("confirmed_on", "确认日期", .moment),
  ])

  static let split = Schema([
    Field("dimension", "维度", .text, required: true),
    Field("key", "取值", .text, required: true),
  ])

  static let progress = Schema([
    Field("at", "时间", .moment, required: true),
    Field("note", "说明", .text),
    Field("percent", "完成比例", .percent),
  ])
}
