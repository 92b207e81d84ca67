import Complaints

/// What became of a file of processes/.
struct ProcessOutcome {
  /// What its file says, else the file's name: cases may refer to it, also where it has errors.
  let id: String
  /// `nil` if it has an error.
  let workflow: Workflow?
  let problems: [Diagnostic]
  /// Where the id stands.
  let mark: Mark
}

/// Reads a process and checks it: its keys, and that its steps hang together.
func readProcess(_ bytes: [UInt8], path: String, stem: String, settings: Settings) -> ProcessOutcome {
  var reading = SectionReading(path: path)
  var (id, mark): (String, Mark) = (stem, Mark(line: 1, column: 1))
  var workflow: Workflow?
  do throws(Fault) {
    let root = try readDocument(bytes) ?? Node(content: .mapping([]), mark: mark)
    if let section = reading.section(root, "", keys: ["id", "title", "form", "lanes", "steps"]) {
      if let node = section["id"], let text = reading.text(section, "id") { (id, mark) = (text, node.mark) }
      workflow = reading.workflow(section, id: id, path: path, settings)
    }
  } catch {
    reading.problems.report(error)
  }
  return ProcessOutcome(
    id: id, workflow: reading.problems.hasError ? nil : workflow, problems: reading.problems.diagnostics, mark: mark)
}

/// A step and where its parts stand.
private struct ReadStep {
  let step: Workflow.Step
  let section: Section
  /// Where each of its ways names its step.
  let targets: [(id: String, mark: Mark)]
}

extension SectionReading {
  fileprivate mutating func workflow(_ section: Section, id: String, path: String, _ settings: Settings) -> Workflow {
    let title = text(section, "title") ?? id
    let lanes = texts(section, "lanes")
    let keys = [
      "id", "lane", "kind", "text", "next", "limit", "from", "stage", "inputs", "outputs", "lead", "executor", "note",
      "kpi",
    ]
    var steps: [ReadStep] = []
    for part in sections(section["steps"], "steps", keys: keys) {
      guard let step = step(part, settings) else { continue }
      if let first = steps.first(where: { $0.step.id == step.step.id }) {
        let problem = ProcessProblem.sameStep(Quoted(step.step.id), line: Int(first.section.mark.line))
        problems.report(.process(problem), at: part["id"]?.mark ?? part.mark)
      }
      if let lane = step.step.lane, section["lanes"] != nil, !lanes.contains(lane) {
        let near = nearest(to: lane, among: lanes)
        problems.report(.process(.unknownLane(Quoted(lane), nearest: near)), at: part["lane"]?.mark ?? part.mark)
      }
      steps.append(step)
    }
    checkWays(steps, at: section["steps"]?.mark ?? section.mark)
    return Workflow(
      id: id, path: path, title: title, form: text(section, "form"), lanes: lanes, steps: steps.map(\.step))
  }

  private mutating func step(_ section: Section, _ settings: Settings) -> ReadStep? {
    guard let id = required(section, "id") else { return nil }
    let stages = settings.vocabularies["events.stage"]
    var kind = Workflow.Step.Kind.step
    if let node = section["kind"], let text = text(section, "kind") {
      if let known = Workflow.Step.Kind(rawValue: text) {
        kind = known
      } else {
        let names = Workflow.Step.Kind.allCases.map(\.rawValue)
        let field = FieldName(path: "steps.kind", label: "")
        problems.report(
          .value(.unknownWord(Quoted(text), field, nearest: nearest(to: text, among: names), known: names)),
          at: node.mark)
      }
    }
    var ways: [Workflow.Step.Way] = []
    var targets: [(id: String, mark: Mark)] = []
    if let node = section["next"] {
      for item in list(node, "steps.next") where !item.isMissing {
        guard let way = way(item) else { continue }
        ways.append(way.way)
        targets.append((way.way.to, way.mark))
      }
    }
    let lane = text(section, "lane")
    let step = Workflow.Step(
      id: id, lane: lane, department: lane.flatMap { settings.vocabularies["department"].code(for: $0) }, kind: kind,
      text: text(section, "text") ?? "", next: ways,
      limit: limit(section, "limit", settings), from: stage(section, "from", stages),
      stage: stage(section, "stage", stages), inputs: texts(section, "inputs"), outputs: texts(section, "outputs"),
      lead: text(section, "lead"), executor: text(section, "executor"), note: text(section, "note"),
      kpi: text(section, "kpi"))
    return ReadStep(step: step, section: section, targets: targets)
  }

  /// `{ to: "2.3", when: 是 }`, or the id alone.
  private mutating func way(_ node: Node) -> (way: Workflow.Step.Way, mark: Mark)? {
    if case .scalar(let text, _) = node.content { return (Workflow.Step.Way(to: trimmed(text), when: nil), node.mark) }
    guard let section = section(node, "steps.next", keys: ["to", "when"]), let to = required(section, "to") else {
      return nil
    }
    return (Workflow.Step.Way(to: to, when: text(section, "when")), section["to"]?.mark ?? node.mark)
  }

  private mutating func stage(_ section: Section, _ key: String, _ stages: Vocabulary) -> String? {
    if key == "from", let text = text(section, key), text == "previous" { return nil }
    return words(section, key, stages).first
  }

  /// Every way leads to a step, and every step can be reached from a start.
  private mutating func checkWays(_ steps: [ReadStep], at mark: Mark) {
    let ids = steps.map(\.step.id)
    for target in steps.flatMap(\.targets) where !ids.contains(target.id) {
      let near = nearest(to: target.id, among: ids)
      problems.report(.process(.unknownTarget(Quoted(target.id), nearest: near)), at: target.mark)
    }
    guard !steps.isEmpty else { return }
    let starts = steps.filter { $0.step.kind == .start }
    if starts.isEmpty {
      problems.report(.process(.noStart), at: mark)
      return
    }
    var reached: Set<String> = []
    var open = starts.map(\.step.id)
    while let id = open.popLast() {
      guard reached.insert(id).inserted else { continue }
      open += steps.filter { $0.step.id == id }.flatMap { $0.step.next.map(\.to) }
    }
    for step in steps where !reached.contains(step.step.id) {
      problems.report(.process(.unreachable(Quoted(step.step.id))), at: step.section["id"]?.mark ?? step.section.mark)
    }
    for step in steps {
      let isEnd = step.step.kind == .end
      guard isEnd != step.step.next.isEmpty else { continue }
      let problem: ProcessProblem = isEnd ? .endLeadsOn(Quoted(step.step.id)) : .leadsNowhere(Quoted(step.step.id))
      problems.report(.process(problem), at: step.section["id"]?.mark ?? step.section.mark)
    }
  }
}
