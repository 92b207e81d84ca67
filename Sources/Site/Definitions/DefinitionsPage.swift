import Complaints
import Findings
import Statistics
import Templates

/// How each figure is made: definitions.html, with an anchor for each figure, named as its key in metrics.json.
func definitionsPage(of edition: Edition) -> Page {
  Page(.definitions) { try DefinitionsPage(edition: edition).render(into: &$0) }
}

struct DefinitionsPage {
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var hasCases: Bool { edition.audience != .public }

  func render(into buffer: inout [UInt8]) throws {
    let frame = Frame(
      title: strings(DefinitionPhrase.title), heading: strings(DefinitionPhrase.title),
      lead: strings(hasCases ? DefinitionPhrase.lead : .leadPublic), section: .definitions, isStamped: false)
    let content: TemplateObject = ["sections": .list(sections)]
    try edition.render(.definitions, at: .definitions, frame: frame, content: content, into: &buffer)
  }

  private var sections: [TemplateValue] {
    var conventions = ["as_of", "counted"] + (hasCases ? ["tallies", "gaps"] : [])
    conventions += ["periods", "missing", "quantile", "money", "rounding"]
    if edition.suppresses { conventions.append("suppression") }
    let dimensions = ["key", "received", "closed", "open", "overdue", "share", "cost", "median_days_to_close"]
    let charts = ["complaint_rate", "ppm", "received", "median_days_to_close", "reading"]
    return [
      section(.conventions, "conventions", conventions.map { plain("convention", $0, anchor: anchor($0)) }),
      section(.periods, "period-figures", Metric.allCases.map(metric) + [response]),
      section(.dimensions, "dimensions", dimensions.map(dimension)),
      section(.further, "further", Self.further.map { further($0.key, code: $0.code) }),
      section(.charts, "control-charts", charts.map { plain("chart", $0, anchor: "chart-" + anchor($0)) }),
      section(.rules, "rules", RunRule.allCases.map(rule), note: strings(DefinitionPhrase.rulesNote)),
      section(.limits, "limits", Self.limits.map { plain("limit", $0, anchor: "limit-" + $0) }),
      section(.files, "files", (hasCases ? ["cases", "metrics"] : ["metrics"]).map(file)),
    ]
  }

  private static let limits = ["due", "count", "workdays", "pause", "stage"]

  /// The further figures in groups that share a definition, with their keys below `more` in metrics.json.
  private static let further: [(key: String, code: String)] = [
    ("share", "share, received_cumulative"),
    ("changes", "changes"),
    ("completed", "completed, completed_of_received"),
    ("workload", "closed_of_workload"),
    ("interval", "on_time_low, on_time_high, completed_low, completed_high, response_low, response_high"),
    ("survival", "median_days_of_received, survival_median_days, survival_low_days, survival_high_days"),
    ("respond", "responded, p90_hours_to_respond"),
    ("promise", "response_due, response_kept, response_rate"),
    ("contain", "contained, median_hours_to_contain, p90_hours_to_contain"),
    ("inform", "informed, median_hours_to_inform, p90_hours_to_inform"),
    ("paused", "paused_cases, paused_days, median_days_unpaused"),
    ("defects", "inspected, defect_rate"),
    ("again", "reopened_of_received, reopened_rate, repeat_rate"),
    ("problems", "problems_named, problem_repeats, problem_repeat_rate"),
    ("closures", "closed_normal, closed_abnormal"),
    ("cost_per_case", "cost_per_case"),
    ("deductions", "deduction_cases, deductions, deduction_bonus, deduction_administrative"),
    ("attributed", "attributed, attributed_rate, attribution"),
    ("followup", "followup_due, followed_up, followup_rate"),
    ("satisfied", "followup_answers, followup_satisfied, satisfied_rate"),
    ("marks", "satisfaction_1 … satisfaction_5, satisfaction_answer_rate"),
    ("steps", "stages, departments"),
    ("ageing", "ageing"),
    ("verdict", "targets"),
    ("laney", ""),
    ("improvements", "improvements"),
    ("splits", "splits"),
    ("unusual", "unusual, received_by_month"),
  ]

  private func further(_ key: String, code: String) -> TemplateValue {
    let words = key == "unusual" ? unusual : text("further", key, "text")
    return entry(name("further", key), code: code, anchor: "further-" + anchor(key), facts: [(.rule, words)])
  }

  /// How months are called unusual, and how often wrongly.
  private var unusual: String {
    let alarms = Notable.falseAlarms
    return strings(
      DefinitionPhrase.unusual,
      [
        "ledgers": String(alarms.ledgers), "alarmed": String(alarms.alarmed),
        "rate": edition.numbers.percent(Double(alarms.alarmed) / Double(alarms.ledgers)),
      ])
  }

  private func section(
    _ phrase: DefinitionPhrase, _ anchor: String, _ entries: [TemplateValue], note: String? = nil
  ) -> TemplateValue {
    [
      "label": .text(strings(phrase)), "anchor": .text(anchor), "entries": .list(entries), "note": .text(ifAny: note),
    ]
  }

  private func metric(_ metric: Metric) -> TemplateValue {
    let group = "metric"
    let key = metric.rawValue
    return entry(
      name(group, key), code: key, anchor: key,
      facts: [
        (.unit, strings.text("definitions.unit." + metric.unit.key)), (.rule, text(group, key, "text")),
        (.base, text(group, key, "base")), (.excluded, text(group, key, "excluded")),
        (.missing, text(group, key, "missing") ?? strings(DefinitionPhrase.missingCount)),
        (.recompute, hasCases ? text(group, key, "how") : nil),
      ])
  }

  /// The one figure of pages that metrics.json does not have.
  private var response: TemplateValue {
    let key = OverviewBand.promiseKey
    return entry(
      name("metric", key), code: "", anchor: key,
      facts: [
        (.unit, strings.text("definitions.unit.share")), (.rule, text("metric", key, "text")),
        (.base, text("metric", key, "base")), (.excluded, text("metric", key, "excluded")),
        (.missing, text("metric", key, "missing")),
      ])
  }

  private func dimension(_ key: String) -> TemplateValue {
    let how = hasCases && key == "key" ? strings(DefinitionPhrase.dimensionHow) : nil
    return entry(
      name("dimension", key), code: key, anchor: "dimension-" + key,
      facts: [
        (.rule, text("dimension", key, "text")), (.missing, text("dimension", key, "missing")), (.recompute, how),
      ])
  }

  private func rule(_ rule: RunRule) -> TemplateValue {
    let number = String(rule.rawValue)
    return entry(
      number, code: "", anchor: "rule-" + number, facts: [(.rule, strings.text("definitions.rule_text." + number))])
  }

  private func file(_ key: String) -> TemplateValue {
    let target: PagePath = key == "cases" ? .cases : .metrics
    return entry(
      name("file", key), code: "", anchor: "file-" + key, facts: [(.rule, text("file", key, "text"))],
      href: PagePath.definitions.href(to: target))
  }

  private func plain(_ group: String, _ key: String, anchor: String) -> TemplateValue {
    entry(name(group, key), code: "", anchor: anchor, facts: [(.rule, text(group, key, "text"))])
  }

  private func entry(
    _ name: String, code: String, anchor: String, facts: [(phrase: DefinitionPhrase, text: String?)],
    href: String? = nil
  ) -> TemplateValue {
    let known = facts.compactMap { fact in fact.text.map { (fact.phrase, $0) } }
    // A rule alone needs no label beside it.
    let plain = known.count == 1 && known[0].0 == .rule ? known[0].1 : nil
    return [
      "plain": .text(ifAny: plain), "name": .text(name), "code": .text(code), "anchor": .text(anchor),
      "href": .text(ifAny: href),
      "facts": .list(known.map { ["label": .text(strings($0.0)), "text": .text($0.1)] }),
    ]
  }

  private func name(_ group: String, _ key: String) -> String { text(group, key, "name") ?? key }

  private func text(_ group: String, _ key: String, _ part: String) -> String? {
    strings.text("definitions.\(group).\(key).\(part)")
  }

  private func anchor(_ key: String) -> String { key.split(separator: "_").joined(separator: "-") }
}

extension Metric.Unit {
  /// The key of its name in the strings.
  fileprivate var key: String {
    switch self {
    case .cases: "cases"
    case .share: "share"
    case .days: "days"
    case .hours: "hours"
    case .lots: "lots"
    case .pieces: "pieces"
    case .partsPerMillion: "parts_per_million"
    case .money: "money"
    case .mark: "mark"
    }
  }
}
