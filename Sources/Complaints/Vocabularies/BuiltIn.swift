/// The vocabularies that stand until site.yaml gives its own; named by key, nested ones by path.
extension Vocabulary {
  /// Those that are open unless site.yaml lists their words.
  package static let openNames = ["category", "product", "owner", "department", "business", "branch"]

  package static let builtIn: [Vocabulary] =
    openNames.map { Vocabulary(name: $0, terms: [], isOpen: true) } + [
      Vocabulary(
        name: "kind",
        terms: [
          Term("complaint", "投诉", english: "Complaint"), Term("inquiry", "咨询", english: "Inquiry"),
          Term("suggestion", "建议", english: "Suggestion"), Term("notice", "异常通知", english: "Notice"),
        ]),
      Vocabulary(
        name: "status",
        terms: [
          Term("pending", "待处理", english: "Pending", aliases: ["未处理"]),
          Term("in_progress", "处理中", english: "In progress", aliases: ["进行中"]),
          Term("resolved", "已解决", english: "Resolved", aliases: ["已处理", "完成"]),
          Term("closed", "已结案", english: "Closed", aliases: ["已关闭"]),
          Term("void", "作废", english: "Void"),
        ]),
      Vocabulary(
        name: "channel",
        terms: [
          Term("phone", "电话", english: "Phone", aliases: ["来电"]), Term("email", "邮件", english: "E-mail"),
          Term("on_site", "现场", english: "On site", aliases: ["来访"]),
          Term("letter", "信函", english: "Letter", aliases: ["来信"]), Term("fax", "传真", english: "Fax"),
          Term("web", "网上", english: "Web"), Term("forum", "论坛", english: "Forum"),
          Term("social", "社交媒体", english: "Social media", aliases: ["微信"]),
          Term("transfer", "转来", english: "Transferred"), Term("other", "其他", english: "Other"),
        ]),
      simple("severity", [("minor", "轻微", "Minor"), ("major", "一般", "Major"), ("critical", "严重", "Critical")]),
      simple(
        "urgency", [("immediate", "立即", "Immediate"), ("normal", "一般", "Normal"), ("planned", "计划", "Planned")]),
      simple("level", [("company", "公司级", "Company"), ("headquarters", "集团", "Headquarters")]),
      simple("weight", [("major", "重大", "Major"), ("hot", "热点", "Hot"), ("important", "重要", "Important")]),
      Vocabulary(
        name: "region",
        terms: [
          Term("domestic", "国内", english: "Domestic"),
          Term("overseas", "海外", english: "Overseas", aliases: ["国外"]),
        ]),
      simple("cause_kind", [("quality", "品质异常", "Quality"), ("non_quality", "非品质异常", "Not quality")]),
      simple(
        "validity",
        [
          ("valid", "有效", "Valid"), ("invalid", "无效", "Invalid"), ("not_established", "不成立", "Not established"),
          ("pending", "待定", "Pending"),
        ]),
      simple("form", [("written", "书面", "Written"), ("oral", "口头", "Oral")]),
      simple(
        "flags",
        [
          ("collective", "群体", "Collective"), ("violence", "过激", "Violence"), ("exposure", "曝光", "Exposure"),
          ("unreasonable", "无理", "Unreasonable"), ("sensitive", "敏感", "Sensitive"),
          ("anonymous", "匿名", "Anonymous"), ("beyond_us", "非本公司", "Beyond us"),
        ]),
      simple("outcome", [("solved", "已解决", "Solved"), ("partly", "部分解决", "Partly"), ("unsolved", "未解决", "Unsolved")]),
    ] + nested

  static func simple(_ name: String, _ terms: [(code: String, chinese: String, english: String)]) -> Vocabulary {
    Vocabulary(name: name, terms: terms.map { Term($0.code, $0.chinese, english: $0.english) })
  }
}
