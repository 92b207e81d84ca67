import Complaints

/// The site's own words.
extension SectionReading {
  mutating func readVocabularies(_ site: Section, into settings: inout Settings) {
    guard let node = site["vocabularies"] else { return }
    let builtIn = Vocabularies(given: [])
    let known = Vocabulary.builtIn.map(\.name)
    var given: [Vocabulary] = []
    for pair in pairs(node, "vocabularies") where !pair.value.isMissing {
      guard known.contains(pair.key) else {
        let near = nearest(to: pair.key, among: known)
        problems.report(
          .value(.unknownKey(Quoted(pair.key), within: "vocabularies", nearest: near)), at: pair.mark)
        continue
      }
      let before = problems.diagnostics.count
      let terms = terms(pair.value, vocabulary: pair.key, parent: nil, settings.language)
      if Self.hasFixedCodes(pair.key) { checkCodes(terms, against: builtIn[pair.key]) }
      // A vocabulary that cannot be read whole would make every other word of it look unknown.
      let isBroken = problems.diagnostics.dropFirst(before).contains { $0.severity == .error }
      given.append(Vocabulary(name: pair.key, terms: terms.map(\.term), isOpen: isBroken))
    }
    settings.vocabularies = Vocabularies(given: given)
  }

  /// The program itself goes by these codes.
  private static func hasFixedCodes(_ name: String) -> Bool { ["kind", "status", "events.result"].contains(name) }

  private mutating func checkCodes(_ terms: [(term: Term, mark: Mark)], against builtIn: Vocabulary) {
    let codes = builtIn.terms.map(\.code)
    for (term, mark) in terms where !codes.contains(term.code) {
      let near = nearest(to: term.code, among: codes)
      problems.report(
        .settings(.fixedCode(vocabulary: builtIn.name, Quoted(term.code), nearest: near)), at: mark)
    }
  }

  /// The terms of a list and of the lists below it, parents first.
  private mutating func terms(
    _ node: Node, vocabulary: String, parent: String?, _ language: Language
  ) -> [(term: Term, mark: Mark)] {
    let name = "vocabularies.\(vocabulary)"
    var terms: [(term: Term, mark: Mark)] = []
    var codes: Set<String> = []
    for item in list(node, name) {
      for (term, mark) in self.terms(of: item, vocabulary: vocabulary, parent: parent, language) {
        if codes.insert(term.code).inserted {
          terms.append((term, mark))
        } else {
          problems.report(.settings(.duplicate(key: name, Quoted(term.code))), at: mark)
        }
      }
    }
    return terms
  }

  /// A term and those below it: a map, or its code alone.
  private mutating func terms(
    of item: Node, vocabulary: String, parent: String?, _ language: Language
  ) -> [(term: Term, mark: Mark)] {
    let name = "vocabularies.\(vocabulary)"
    if case .scalar = item.content {
      guard let code = text(item, name).flatMap({ code($0, name, at: item) }) else { return [] }
      return [(Term(path(code, below: parent), nil), item.mark)]
    }
    guard let section = section(item, name, keys: ["code", "label", "aliases", "children"]),
      let written = required(section, "code"),
      let code = code(written, section.path("code"), at: section["code"] ?? item)
    else { return [] }
    let whole = path(code, below: parent)
    let (chinese, english) = labels(section, language)
    let term = Term(whole, chinese, english: english, aliases: texts(section, "aliases"))
    let below = section["children"].map { terms($0, vocabulary: vocabulary, parent: whole, language) } ?? []
    return [(term, item.mark)] + below
  }

  private func path(_ code: String, below parent: String?) -> String { parent.map { "\($0)/\(code)" } ?? code }

  /// A code is one part of a path, and can be typed.
  private mutating func code(_ text: String, _ name: String, at node: Node) -> String? {
    if text.isEmpty || text.contains("/") || firstInvisible(text) != nil {
      wrong(name, text, "a code has no '/' and no invisible character; put what lies below under children", at: node)
      return nil
    }
    return text
  }

  /// Labels by language, or one text in the site's.
  private mutating func labels(_ section: Section, _ language: Language) -> (chinese: String?, english: String?) {
    guard let node = section["label"] else { return (nil, nil) }
    if case .mapping = node.content {
      guard let labels = self.section(node, section.path("label"), keys: ["zh-Hans", "en"]) else { return (nil, nil) }
      return (text(labels, "zh-Hans"), text(labels, "en"))
    }
    guard let label = text(section, "label") else { return (nil, nil) }
    return language == .chinese ? (label, nil) : (nil, label)
  }
}
