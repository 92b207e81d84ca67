/// How much a diagnostic weighs.
package enum Severity: String, Hashable, Sendable {
  /// The case, or the build, cannot be trusted.
  case error
  /// Worth a look; the figures stand.
  case warning
}

/// What is wrong, where, and what would be right: facts; the words stand beside each family of problems.
package struct Diagnostic: Error, Hashable, Sendable {
  package let place: Place
  package let severity: Severity
  package let problem: Problem

  /// A problem at a place, as severe as its kind is by default unless the site's rules say otherwise.
  package init(_ problem: Problem, at place: Place, severity: Severity? = nil) {
    self.place = place
    self.problem = problem
    self.severity = severity ?? problem.defaultSeverity
  }

  package var code: String { problem.code }
}

extension Diagnostic: CustomStringConvertible {
  /// One line: `path:line:column: error: what is wrong; what would be right [code]`.
  package var description: String { "\(place): \(severity.rawValue): \(problem.message) [\(code)]" }
}

extension Diagnostic: Comparable {
  /// By path, line and column, then by code, then by wording, so that the order never depends on chance.
  package static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    // The words are made only where nothing else tells two apart.
    if one.place != other.place { return one.place < other.place }
    if one.code != other.code { return one.code < other.code }
    return one.problem.message < other.problem.message
  }
}

/// Every kind of problem, by family; each family has its facts, code, weight and wording in a file of its own.
package enum Problem: Hashable, Sendable {
  case file(FileProblem)
  case frontMatter(FrontMatterProblem)
  case value(ValueProblem)
  case settings(SettingsProblem)
  case table(TableProblem)
  case rule(RuleProblem)
  case template(TemplateProblem)
  case process(ProcessProblem)
  case live(LiveProblem)
  case former(FormerProblem)

  private var facts: any ProblemFacts {
    switch self {
    case .file(let facts): facts
    case .frontMatter(let facts): facts
    case .value(let facts): facts
    case .settings(let facts): facts
    case .table(let facts): facts
    case .rule(let facts): facts
    case .template(let facts): facts
    case .process(let facts): facts
    case .live(let facts): facts
    case .former(let facts): facts
    }
  }

  /// Stable, dotted: `date.invalid`; the name by which site.yaml sets a rule's severity.
  package var code: String { facts.code }
  package var defaultSeverity: Severity { facts.severity }
  /// One sentence in plain English: what is wrong; what would be right. Never holds the value of a personal field.
  package var message: String { facts.message }

  /// The same with another file, where it names one, under another name.
  package func naming(_ name: (String) -> String) -> Problem {
    switch self {
    case .value(.sameID(let id, let path)): .value(.sameID(id, path: name(path)))
    case .process(.sameProcess(let id, let path)): .process(.sameProcess(id, path: name(path)))
    default: self
    }
  }
}

/// What a family of problems has to say of each of its members.
package protocol ProblemFacts: Hashable, Sendable {
  var code: String { get }
  var severity: Severity { get }
  var message: String { get }
}
