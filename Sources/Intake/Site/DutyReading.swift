import Complaints

/// Who approves what, what a case must hold, who is told: the rules that are no limits.
extension SectionReading {
  mutating func readDuties(_ site: Section, into settings: inout Settings) {
    settings.approval = approval(site, settings)
    let demands = sections(
      site["required"], "required", keys: ["when", "before", "fields", "at_least", "attachments"])
    for section in demands { settings.required.append(requiredRule(section, settings)) }
    for section in sections(site["notify"], "notify", keys: ["when", "who", "within"]) {
      let who = texts(section, "who")
      if section["who"] == nil { problems.report(.settings(.missing("notify.who")), at: section.mark) }
      let rule = NotifyRule(
        when: condition(section, settings), who: who, within: limit(section, "within", settings),
        mark: section.mark)
      settings.notify.append(rule)
    }
    if let node = site["returns"], let section = section(node, "returns", keys: ["tolerance"]) {
      settings.returnTolerance = percent(section, "tolerance")
    }
    if let node = site["attachments"], let section = section(node, "attachments", keys: ["max_size", "types"]) {
      settings.attachments = AttachmentRule(maximumSize: size(section, "max_size"), types: types(section))
    }
    if let node = site["privacy"], let section = section(node, "privacy", keys: ["minimum_cell"]) {
      settings.minimumCell = count(section, "minimum_cell", least: 1)
    }
  }

  /// The ladder, from the lowest rank up; only the last may go without an end.
  private mutating func approval(_ site: Section, _ settings: Settings) -> [ApprovalRank] {
    var ranks: [ApprovalRank] = []
    for section in sections(site["approval"], "approval", keys: ["rank", "up_to"]) {
      guard let rank = required(section, "rank") else { continue }
      if ranks.contains(where: { $0.rank == rank }) {
        problems.report(.settings(.duplicate(key: "approval", Quoted(rank))), at: section.mark)
        continue
      }
      let upTo = money(section, "up_to", settings.currency)
      if let last = ranks.last, last.upTo == nil || upTo.map({ $0 <= last.upTo ?? .zero }) == true {
        let right = "write the ranks from the lowest up_to to the highest, the last without one"
        problems.report(.settings(.order(key: "approval", right: right)), at: section.mark)
      }
      ranks.append(ApprovalRank(rank: rank, upTo: upTo))
    }
    return ranks
  }

  private mutating func money(_ section: Section, _ key: String, _ currency: String) -> Money? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    do {
      return try readMoney(text, currency: currency).money
    } catch {
      problems.report(
        .value(.number(FieldName(path: section.path(key), label: ""), error, Quoted(text))), at: node.mark)
      return nil
    }
  }

  private mutating func percent(_ section: Section, _ key: String) -> Int? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    do {
      return try readPercent(text)
    } catch {
      problems.report(
        .value(.number(FieldName(path: section.path(key), label: ""), error, Quoted(text))), at: node.mark)
      return nil
    }
  }

  private mutating func requiredRule(_ section: Section, _ settings: Settings) -> RequiredRule {
    let stages = settings.vocabularies["events.stage"]
    let before = words(section, "before", stages).first
    var fields: [String] = []
    for (text, node) in items(section, "fields") {
      if let key = fieldKey(text, "required.fields", at: node.mark) { fields.append(key) }
    }
    var atLeast: [(key: String, count: Int)] = []
    if let node = section["at_least"] {
      for pair in pairs(node, "required.at_least") {
        guard let key = fieldKey(pair.key, "required.at_least", at: pair.mark) else { continue }
        let inner = Section(name: "required.at_least", mark: pair.mark, nodes: [pair.key: pair.value])
        if let count = count(inner, pair.key) { atLeast.append((key, count)) }
      }
    }
    return RequiredRule(
      when: condition(section, settings), before: before, fields: fields, atLeast: atLeast,
      attachments: texts(section, "attachments"), mark: section.mark)
  }

  /// The English key of a field of case files, dotted where it lies inside a map.
  private mutating func fieldKey(_ text: String, _ name: String, at mark: Mark) -> String? {
    var (schema, keys): (Schema?, [String]) = (CaseSchema.schema, [])
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      guard let current = schema, let index = current.index(of: String(part)) else {
        let names = schema?.names ?? []
        let near = nearest(to: String(part), among: names).map { (keys + [$0]).joined(separator: ".") }
        let field = FieldName(path: name, label: "")
        problems.report(
          .value(.unknownWord(Quoted(text), field, nearest: near, known: schema?.fields.map(\.key) ?? [])), at: mark)
        return nil
      }
      keys.append(current.fields[index].key)
      schema = current.fields[index].type.inner
    }
    return keys.joined(separator: ".")
  }

  /// `10MB`, `500KB`, `1GB` in bytes, by thousands as people count them.
  private mutating func size(_ section: Section, _ key: String) -> Int? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    let letters = text.uppercased().drop { !$0.isLetter }
    let scale = ["B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000, "": 1, "K": 1_000, "M": 1_000_000]
    do {
      let number = try Decimal(trimmed(String(text.prefix { !$0.isLetter })))
      let (bytes, isTooMuch) = number.truncated(places: 3).multipliedReportingOverflow(by: scale[String(letters)] ?? 0)
      if bytes > 0, !isTooMuch { return bytes / 1_000 }
    } catch {
      // Said below, whatever is wrong with the number.
    }
    wrong(section.path(key), text, "write a size like 10MB", at: node)
    return nil
  }

  private mutating func types(_ section: Section) -> [String]? {
    guard section["types"] != nil else { return nil }
    return texts(section, "types").map { $0.lowercased() }.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
  }
}
