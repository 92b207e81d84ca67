/// A process of the company as its file in processes/ describes it: who does what in which order, and by when.
package struct Workflow: Sendable {
  /// One step of a process.
  package struct Step: Sendable {
    /// What a step is, and how it is drawn.
    package enum Kind: String, CaseIterable, Sendable {
      case start, step, decision, doc, inspection, storage, split, join, end
    }

    /// Where a step leads.
    package struct Way: Hashable, Sendable {
      package let to: String
      /// On what condition: 是, 否; `nil` where there is only one way, or all are taken.
      package let when: String?

      package init(to: String, when: String?) {
        self.to = to
        self.when = when
      }
    }

    package let id: String
    package let lane: String?
    /// The department that the lane is; `nil` where it is none, such as the customer.
    package let department: String?
    package let kind: Kind
    package let text: String
    package let next: [Way]
    package let limit: Limit?
    /// The stage from which the limit counts; `nil` is the step before.
    package let from: String?
    /// The stage of a case that this step is.
    package let stage: String?
    package let inputs, outputs: [String]
    package let lead, executor, note, kpi: String?

    package init(
      id: String, lane: String? = nil, department: String? = nil, kind: Kind = .step, text: String = "",
      next: [Way] = [], limit: Limit? = nil,
      from: String? = nil, stage: String? = nil, inputs: [String] = [], outputs: [String] = [], lead: String? = nil,
      executor: String? = nil, note: String? = nil, kpi: String? = nil
    ) {
      self.id = id
      self.lane = lane
      self.department = department
      self.kind = kind
      self.text = text
      self.next = next
      self.limit = limit
      self.from = from
      self.stage = stage
      self.inputs = inputs
      self.outputs = outputs
      self.lead = lead
      self.executor = executor
      self.note = note
      self.kpi = kpi
    }
  }

  package let id: String
  package let path: String
  package let title: String
  /// The number of the printed form.
  package let form: String?
  package let lanes: [String]
  /// In the order of the file.
  package let steps: [Step]
  /// Every stage that a step has, in the order of the file.
  package let stages: [String]
  /// For each stage which of the stages only come after it.
  private let later: [[Bool]]

  package init(id: String, path: String, title: String, form: String? = nil, lanes: [String], steps: [Step]) {
    self.id = id
    self.path = path
    self.title = title
    self.form = form
    self.lanes = lanes
    self.steps = steps
    var stages: [String] = []
    for stage in steps.compactMap(\.stage) where !stages.contains(stage) { stages.append(stage) }
    self.stages = stages
    later = laterStages(of: steps, stages)
  }

  package func hasStep(_ id: String) -> Bool { steps.contains { $0.id == id } }

  /// Whether an event is one of the steps: of its stage, and by the department of its lane where both are known.
  func isStep(_ event: Event) -> Bool {
    steps.contains { step in
      step.stage == event.stage
        && (step.department == nil || event.department == nil || step.department == event.department)
    }
  }

  /// Whether a text is written like the ids of the steps: with as many parts between its points. Cases also name the
  /// steps of an 8D, which are no process of the company.
  func looksLikeStep(_ text: String) -> Bool {
    steps.contains { $0.id.split(separator: ".").count == text.split(separator: ".").count }
      && text.utf8.contains { (0x30...0x39).contains($0) } && !isEightD(text)
  }

  /// Whether every step of one stage comes before every step of another, ways back left aside; of both their places
  /// among the stages.
  func precedes(_ stage: Int, _ other: Int) -> Bool { later[stage][other] }
}

/// D0 to D8.
private func isEightD(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return bytes.count == 2 && (bytes[0] == UInt8(ascii: "D") || bytes[0] == UInt8(ascii: "d"))
    && (0x30...0x38).contains(bytes[1])
}

/// A stage comes after another if each of its steps can be reached from a step of the other, and none of the other's
/// from one of its own. Ways to a step that stands further up in the file lead back, and do not count.
private func laterStages(of steps: [Workflow.Step], _ stages: [String]) -> [[Bool]] {
  let places = Dictionary(steps.indices.map { (steps[$0].id, $0) }) { first, _ in first }
  // From the last step up, all that can be reached is known of those further down.
  var reached = [Set<Int>](repeating: [], count: steps.count)
  for place in steps.indices.reversed() {
    for way in steps[place].next {
      guard let to = places[way.to], to > place else { continue }
      reached[place].insert(to)
      reached[place].formUnion(reached[to])
    }
  }
  return stages.map { stage in
    let own = steps.indices.filter { steps[$0].stage == stage }
    let ahead = own.reduce(into: Set<Int>()) { $0.formUnion(reached[$1]) }
    return stages.map { other in
      guard other != stage else { return false }
      let theirs = steps.indices.filter { steps[$0].stage == other }
      return theirs.allSatisfy(ahead.contains) && theirs.allSatisfy { reached[$0].isDisjoint(with: own) }
    }
  }
}
