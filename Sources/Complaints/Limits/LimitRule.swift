/// A rule of site.yaml: what is due how soon, for which cases, and who owes it.
///
/// A class since every case is held against every rule, and a copy of a value would count a reference to each of its
/// fields.
package final class LimitRule: Sendable {
  package let name: String
  /// The stages that one budget covers; empty is the case's own limit.
  package let stages: [String]
  /// Who owes them; empty is anybody.
  package let departments: [String]
  package let from: Start
  package let limit: Limit
  /// All that the one budget covers: each stage by each department that owes it.
  let tasks: [Task]
  package let when: Condition
  /// In site.yaml.
  package let mark: Mark

  /// Where its clock starts.
  package enum Start: Hashable, Sendable {
    case stage(String)
    /// The time the measured event was received, else the time of the event before it.
    case previous
  }

  package init(
    name: String, stages: [String], departments: [String], from: Start, limit: Limit, when: Condition, mark: Mark
  ) {
    self.name = name
    self.stages = stages
    self.departments = departments
    self.from = from
    self.limit = limit
    self.when = when
    self.mark = mark
    tasks = stages.flatMap { stage in
      departments.isEmpty
        ? [Task(stage: stage, department: nil)] : departments.map { Task(stage: stage, department: $0) }
    }
  }
}

extension LimitRule: Hashable {
  package static func == (one: LimitRule, other: LimitRule) -> Bool {
    one === other
      || one.name == other.name && one.mark == other.mark && one.limit == other.limit && one.from == other.from
        && one.stages == other.stages && one.departments == other.departments && one.when == other.when
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(mark)
  }
}
