/// How templates refer to each other, and what is wrong with that.
struct Linking {
  private let templates: [ParsedTemplate]
  private let indices: [String: Int]

  init(_ templates: [ParsedTemplate], indices: [String: Int]) {
    self.templates = templates
    self.indices = indices
  }

  func errors() -> [TemplateError] {
    let names = templates.map(\.source.name)
    var errors: [TemplateError] = []
    for template in templates {
      for call in calls(in: template.nodes, everywhere: true) where !call.isDynamic {
        if let target = indices[call.name] {
          errors += unknownBlocks(call, target, template.source)
        } else {
          let problem = TemplateError.Problem.unknownTemplate(call.name, nearest: nearest(to: call.name, among: names))
          errors.append(template.source.error(at: call.at, problem))
        }
      }
    }
    return errors + endless()
  }

  // MARK: Blocks

  private func unknownBlocks(_ call: CallNode, _ target: Int, _ source: TemplateSource) -> [TemplateError] {
    guard !call.arguments.isEmpty, let known = blocks(of: target) else { return [] }
    return call.arguments.filter { !known.contains($0.name) }.map { argument in
      let near = nearest(to: argument.name, among: known)
      return source.error(at: argument.at, .unknownBlock(argument.name, template: call.name, nearest: near))
    }
  }

  /// The names of all blocks of a template and of those that it includes; `nil` if a dynamic name or an error in one of
  /// them makes them unknowable.
  private func blocks(of template: Int) -> [String]? {
    var names: [String] = []
    var found = [template]
    var next = 0
    while next < found.count {
      guard templates[found[next]].errors.isEmpty else { return nil }
      let nodes = templates[found[next]].nodes
      next += 1
      names += blockNames(in: nodes)
      for call in calls(in: nodes, everywhere: true) {
        if call.isDynamic { return nil }
        if let target = indices[call.name], !found.contains(target) { found.append(target) }
      }
    }
    return names
  }

  private func blockNames(in nodes: [Node]) -> [String] {
    nodes.flatMap { node -> [String] in
      switch node {
      case .lineStart, .text, .value: []
      case .section(_, _, let body, _): blockNames(in: body)
      case .call(let call): call.arguments.flatMap { [$0.name] + blockNames(in: $0.body.nodes) }
      case .block(let block): [block.name] + blockNames(in: block.body.nodes)
      }
    }
  }

  // MARK: Calls

  /// The calls in a tree; with `everywhere` off only those that are made whatever the values are.
  private func calls(in nodes: [Node], everywhere: Bool) -> [CallNode] {
    nodes.flatMap { node -> [CallNode] in
      switch node {
      case .call(let call):
        [call] + (everywhere ? call.arguments.flatMap { calls(in: $0.body.nodes, everywhere: true) } : [])
      case .section(_, _, let body, _): everywhere ? calls(in: body, everywhere: true) : []
      case .block(let block): everywhere ? calls(in: block.body.nodes, everywhere: true) : []
      case .lineStart, .text, .value: []
      }
    }
  }

  /// Circles of calls that nothing can end; each is told once, at the first of its templates.
  private func endless() -> [TemplateError] {
    let edges = templates.map { template -> [(target: Int, at: Int)] in
      guard template.errors.isEmpty else { return [] }
      return calls(in: template.nodes, everywhere: false).compactMap { call -> (target: Int, at: Int)? in
        guard !call.isDynamic, let target = indices[call.name] else { return nil }
        return (target, call.at)
      }
    }
    var errors: [TemplateError] = []
    for start in templates.indices {
      for edge in edges[start] {
        var seen: Set<Int> = []
        guard let way = way(from: edge.target, to: start, edges, &seen) else { continue }
        let names = ([start] + way).map { templates[$0].source.name }
        errors.append(templates[start].source.error(at: edge.at, .endless(names)))
        break
      }
    }
    return errors
  }

  /// The templates from one to another, both included, through none that comes before `goal`.
  private func way(
    from template: Int, to goal: Int, _ edges: [[(target: Int, at: Int)]], _ seen: inout Set<Int>
  ) -> [Int]? {
    if template == goal { return [goal] }
    guard template > goal, seen.insert(template).inserted else { return nil }
    for edge in edges[template] {
      if let rest = way(from: edge.target, to: goal, edges, &seen) { return [template] + rest }
    }
    return nil
  }
}
