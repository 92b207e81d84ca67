import Complaints

/// A map of site.yaml whose keys are known, found by name.
struct Section {
  /// `limits`, `limits.when`; empty for the whole file.
  let name: String
  let mark: Mark
  private let nodes: [String: Node]

  init(name: String, mark: Mark, nodes: [String: Node]) {
    self.name = name
    self.mark = mark
    self.nodes = nodes
  }

  /// What stands under a key; `nil` where it is missing or empty.
  subscript(key: String) -> Node? { nodes[key].flatMap { $0.isMissing ? nil : $0 } }

  /// The key with those around it: `limits.when`.
  func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
}

/// Reads the values of site.yaml and its like, and notes what is wrong on the way.
struct SectionReading {
  var problems: ProblemList

  init(path: String) {
    problems = ProblemList(path: path)
  }

  mutating func wrong(_ key: String, _ text: String, _ right: String, at node: Node) {
    problems.report(.settings(.value(key: key, Quoted(text), right: right)), at: node.mark)
  }

  private mutating func misshapen(_ node: Node, _ name: String, _ expected: ValueProblem.Shape) {
    guard !name.isEmpty else { return problems.report(.frontMatter(.notAMap), at: node.mark) }
    problems.report(
      .value(.shape(FieldName(path: name, label: ""), expected: expected, found: node.shape)), at: node.mark)
  }

  /// A map of any keys, in the order of the file, none twice.
  mutating func pairs(_ node: Node, _ name: String) -> [Node.Pair] {
    guard case .mapping(let pairs) = node.content else {
      misshapen(node, name, .map)
      return []
    }
    var kept: [Node.Pair] = []
    var lines: [String: Int32] = [:]
    for pair in pairs {
      if let line = lines[pair.key] {
        let problem = FrontMatterProblem.duplicate(key: pair.key, same: nil, line: Int(line))
        problems.report(.frontMatter(problem), at: pair.mark)
      } else {
        lines[pair.key] = pair.mark.line
        kept.append(pair)
      }
    }
    return kept
  }

  /// A map of known keys; others are warned about and left out.
  mutating func section(_ node: Node, _ name: String, keys: [String]) -> Section? {
    guard case .mapping = node.content else {
      misshapen(node, name, .map)
      return nil
    }
    var nodes: [String: Node] = [:]
    for pair in pairs(node, name) {
      if keys.contains(pair.key) {
        nodes[pair.key] = pair.value
      } else {
        let near = nearest(to: pair.key, among: keys)
        let within = name.isEmpty ? nil : name
        problems.report(.value(.unknownKey(Quoted(pair.key), within: within, nearest: near)), at: pair.mark)
      }
    }
    return Section(name: name, mark: node.mark, nodes: nodes)
  }

  /// The items of a list; none, with an error, if it is not one.
  mutating func list(_ node: Node, _ name: String) -> [Node] {
    guard case .sequence(let items) = node.content else {
      misshapen(node, name, .list)
      return []
    }
    return items
  }

  /// The sections of a list of maps.
  mutating func sections(_ node: Node?, _ name: String, keys: [String]) -> [Section] {
    guard let node else { return [] }
    var sections: [Section] = []
    for item in list(node, name) {
      if let section = section(item, name, keys: keys) { sections.append(section) }
    }
    return sections
  }

  mutating func text(_ node: Node, _ name: String) -> String? {
    guard case .scalar(let text, _) = node.content else {
      misshapen(node, name, .text)
      return nil
    }
    return trimmed(text)
  }

  mutating func text(_ section: Section, _ key: String) -> String? {
    section[key].flatMap { text($0, section.path(key)) }
  }

  /// The text under a key that must be there.
  mutating func required(_ section: Section, _ key: String) -> String? {
    guard section[key] != nil else {
      problems.report(.settings(.missing(section.path(key))), at: section.mark)
      return nil
    }
    return text(section, key)
  }

  /// A list of texts, or one in its place.
  mutating func texts(_ section: Section, _ key: String) -> [String] {
    items(section, key).map(\.text)
  }

  /// A list of texts, or one in its place, with their nodes.
  mutating func items(_ section: Section, _ key: String) -> [(text: String, node: Node)] {
    guard let node = section[key] else { return [] }
    return items(node, section.path(key))
  }

  mutating func items(_ node: Node, _ name: String) -> [(text: String, node: Node)] {
    if case .scalar(let text, _) = node.content { return [(trimmed(text), node)] }
    var items: [(text: String, node: Node)] = []
    for item in list(node, name) where !item.isMissing {
      if let text = text(item, name) { items.append((text, item)) }
    }
    return items
  }

  /// A whole number not below `least`.
  mutating func count(_ section: Section, _ key: String, least: Int = 0) -> Int? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    do {
      let count = try readCount(text)
      if count >= least { return count }
      wrong(section.path(key), text, "it must be \(least) or more", at: node)
    } catch {
      problems.report(
        .value(.number(FieldName(path: section.path(key), label: ""), error, Quoted(text))), at: node.mark)
    }
    return nil
  }

  mutating func yesNo(_ section: Section, _ key: String) -> Bool? {
    guard let node = section[key], let text = text(section, key) else { return nil }
    if let answer = readYesNo(text) { return answer }
    problems.report(.value(.yesNo(FieldName(path: section.path(key), label: ""), Quoted(text))), at: node.mark)
    return nil
  }

  mutating func day(_ node: Node, _ name: String) -> Day? {
    guard let text = text(node, name) else { return nil }
    do {
      return try readDay(text)
    } catch {
      problems.report(.value(.date(FieldName(path: name, label: ""), error, Quoted(text))), at: node.mark)
      return nil
    }
  }
}
