import Complaints

/// Goals and control charts, forms, and the weight of each rule.
extension SectionReading {
  /// The figures of a period in metrics.json.
  private static let metrics = Vocabulary.figures.terms.map(\.code)

  mutating func readFigures(_ site: Section, into settings: inout Settings) {
    if let node = site["targets"], let targets = section(node, "targets", keys: Self.metrics) {
      for metric in Self.metrics {
        guard let node = targets[metric], let goal = section(node, "targets.\(metric)", keys: ["min", "max"]) else {
          continue
        }
        let (low, high) = (number(goal, "min"), number(goal, "max"))
        settings.targets.append(Target(metric: metric, minimum: low, maximum: high))
      }
    }
    guard let node = site["control_charts"],
      let charts = section(node, "control_charts", keys: ["laney", "rebase"])
    else { return }
    settings.laney = yesNo(charts, "laney") ?? false
    for rebase in sections(charts["rebase"], "control_charts.rebase", keys: ["chart", "at", "reason"]) {
      guard let chart = required(rebase, "chart"), let at = required(rebase, "at") else { continue }
      guard readPeriod(at) != nil else {
        wrong(rebase.path("at"), at, "write a period like 2026-04", at: rebase["at"] ?? node)
        continue
      }
      settings.rebases.append(Rebase(chart: chart, at: at, reason: text(rebase, "reason") ?? ""))
    }
  }

  /// A decimal, which may be negative.
  private mutating func number(_ section: Section, _ key: String) -> Double? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
    if isDecimal, let number = Double(text), number.isFinite { return number }
    wrong(section.path(key), text, "write a number like 0.015", at: node)
    return nil
  }

  mutating func readForms(_ site: Section, into settings: inout Settings) {
    let pages = ["card", "8d", "daily", "weekly", "monthly", "annual", "expedite", "inquiry", "return", "process"]
    guard let node = site["forms"], let forms = section(node, "forms", keys: pages) else { return }
    for page in pages {
      guard let node = forms[page],
        let form = section(node, "forms.\(page)", keys: ["number", "edition", "copies", "signatures"])
      else { continue }
      settings.forms.append(
        Form(
          page: page, number: text(form, "number"), edition: text(form, "edition"), copies: texts(form, "copies"),
          signatures: texts(form, "signatures")))
    }
  }

  /// Severity by code: error, warning or off.
  mutating func readRuleWeights(_ site: Section, into settings: inout Settings) {
    guard let node = site["rules"] else { return }
    for pair in pairs(node, "rules") where !pair.value.isMissing {
      guard let text = text(pair.value, "rules.\(pair.key)") else { continue }
      if DiagnosticCodes.fixed.contains(pair.key) {
        problems.report(.settings(.notARule(Quoted(pair.key))), at: pair.mark)
        continue
      }
      reportUnlikely(pair)
      switch text {
      case "error": settings.rules[pair.key] = .some(.error)
      case "warning": settings.rules[pair.key] = .some(.warning)
      case "off": settings.rules[pair.key] = .some(nil)
      default: wrong("rules.\(pair.key)", text, "write error, warning or off", at: pair.value)
      }
    }
  }
}

extension SectionReading {
  /// Warns of a code that no rule has, so that its weight is no rule's.
  private mutating func reportUnlikely(_ pair: Node.Pair) {
    let known = DiagnosticCodes.settable
    guard !known.contains(pair.key) else { return }
    let near = nearest(to: pair.key, among: known)
    problems.report(.settings(.unknownRule(Quoted(pair.key), nearest: near)), at: pair.mark)
  }
}
