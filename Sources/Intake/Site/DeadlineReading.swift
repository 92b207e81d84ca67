import Complaints

/// What is due when: limits and call-backs.
extension SectionReading {
  mutating func readDeadlines(_ site: Section, into settings: inout Settings) {
    let sections = sections(site["limits"], "limits", keys: ["name", "stage", "department", "from", "limit", "when"])
    var rules: [LimitRule] = []
    for section in sections { if let rule = limitRule(section, settings) { rules.append(rule) } }
    settings.limits = rules
    reportUnreachable(settings.limits)
    guard let node = site["followup"],
      let section = section(node, "followup", keys: ["within", "tries", "window"]),
      let within = requiredLimit(section, "within", settings)
    else { return }
    // Three tries within a month are what the source's rules ask for.
    settings.followup = FollowupRule(
      within: within, tries: count(section, "tries", least: 1) ?? 3,
      window: limit(section, "window", settings) ?? .months(1, day: nil), mark: section.mark)
  }

  private mutating func limitRule(_ section: Section, _ settings: Settings) -> LimitRule? {
    let stages = words(section, "stage", settings.vocabularies["events.stage"])
    let departments = words(section, "department", settings.vocabularies["department"])
    let start = start(section, settings)
    let when = condition(section, settings)
    guard let limit = requiredLimit(section, "limit", settings) else { return nil }
    let name = text(section, "name") ?? (stages + departments).joined(separator: " ")
    return LimitRule(
      name: name, stages: stages, departments: departments, from: start, limit: limit, when: when, mark: section.mark)
  }

  private mutating func start(_ section: Section, _ settings: Settings) -> LimitRule.Start {
    guard let node = section["from"], let text = text(section, "from") else { return .stage("received") }
    if text == "previous" { return .previous }
    let stages = settings.vocabularies["events.stage"]
    guard let code = stages.code(for: text) else {
      problems.report(unknown(text, stages, FieldName(path: section.path("from"), label: "")), at: node.mark)
      return .stage("received")
    }
    return .stage(code)
  }

  private mutating func requiredLimit(_ section: Section, _ key: String, _ settings: Settings) -> Limit? {
    if section[key] == nil {
      problems.report(.settings(.missing(section.path(key))), at: section.mark)
      return nil
    }
    return limit(section, key, settings)
  }

  /// A span of time; hours of work only where the site says when it works.
  mutating func limit(_ section: Section, _ key: String, _ settings: Settings) -> Limit? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    guard let limit = Limit(text) else {
      problems.report(.settings(.limit(Quoted(text))), at: node.mark)
      return nil
    }
    guard limit.isWithinACentury else {
      problems.report(.settings(.limitTooLong(Quoted(text))), at: node.mark)
      return nil
    }
    if case .workingHours = limit, settings.calendar.hours.isEmpty {
      problems.report(.settings(.noWorkingHours(Quoted(text))), at: section.mark)
    }
    return limit
  }

  /// Codes of a vocabulary: a list of its words, or one.
  mutating func words(_ section: Section, _ key: String, _ vocabulary: Vocabulary) -> [String] {
    guard let node = section[key] else { return [] }
    return words(node, section.path(key), vocabulary)
  }

  mutating func words(_ node: Node, _ name: String, _ vocabulary: Vocabulary) -> [String] {
    var codes: [String] = []
    for (text, node) in items(node, name) {
      let field = FieldName(path: name, label: "")
      if let scalar = firstInvisible(text) {
        problems.report(.value(.invisible(scalar, field)), at: node.mark)
      } else if let code = vocabulary.code(for: text) {
        codes.append(code)
      } else if vocabulary.isOpen {
        codes.append(text)
      } else {
        problems.report(unknown(text, vocabulary, field), at: node.mark)
      }
    }
    return codes
  }

  /// The cases that a rule is for; all where it does not say.
  mutating func condition(_ section: Section, _ settings: Settings) -> Condition {
    guard let node = section["when"] else { return Condition() }
    let name = section.path("when")
    let axes = Condition.Axis.allCases.map(\.rawValue)
    var clauses: [Condition.Clause] = []
    for pair in pairs(node, name) where !pair.value.isMissing {
      guard let axis = Condition.Axis(rawValue: pair.key) else {
        let near = nearest(to: pair.key, among: axes)
        problems.report(.value(.unknownKey(Quoted(pair.key), within: name, nearest: near)), at: pair.mark)
        // A rule that ignored what it asks for would hold for every case; with no code at all it holds for none.
        clauses.append(Condition.Clause(axis: .region, codes: []))
        continue
      }
      let codes = codes(pair.value, axis, "\(name).\(pair.key)", settings)
      if !codes.isEmpty { clauses.append(Condition.Clause(axis: axis, codes: codes)) }
    }
    return Condition(clauses)
  }

  private mutating func codes(_ node: Node, _ axis: Condition.Axis, _ name: String, _ settings: Settings) -> [String] {
    switch axis {
    case .process: return items(node, name).map(\.text)
    // A product is also known by its part number, which no vocabulary lists.
    case .product: return items(node, name).map { settings.vocabularies["product"].code(for: $0.text) ?? $0.text }
    default: return words(node, name, settings.vocabularies[axis.rawValue])
    }
  }

  /// Warns of rules that earlier ones always come before.
  private mutating func reportUnreachable(_ rules: [LimitRule]) {
    for (index, rule) in rules.enumerated() {
      guard let earlier = rule.covering(among: Array(rules[..<index])) else { continue }
      problems.report(
        .settings(.neverHolds(name: Quoted(rule.name), line: Int(earlier.mark.line))), at: rule.mark)
    }
  }
}

/// Rules that ask for a process that no file describes: no case can name it, so they never hold.
func checkProcessNames(_ settings: Settings, processes: [String], path: String) -> [Diagnostic] {
  let rules: [(name: String, when: Condition, mark: Mark)] =
    settings.limits.map { ($0.name, $0.when, $0.mark) }
    + settings.required.map { ("required", $0.when, $0.mark) } + settings.notify.map { ("notify", $0.when, $0.mark) }
  return rules.compactMap { rule in
    let asked = rule.when.clauses.filter { $0.axis == .process }
    guard let clause = asked.first(where: { $0.codes.allSatisfy { !processes.contains($0) } }) else { return nil }
    let problem = SettingsProblem.noSuchProcess(
      name: Quoted(rule.name), Quoted(clause.codes.joined(separator: ", ")),
      nearest: clause.codes.first.flatMap { nearest(to: $0, among: processes) })
    return Diagnostic(.settings(problem), at: rule.mark.place(in: path))
  }
}
