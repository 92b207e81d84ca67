/// What is wrong with site.yaml or a calendar.
package enum SettingsProblem: ProblemFacts {
  case missing(String)
  /// A value that its key does not take; `right` says what would be.
  case value(key: String, Quoted, right: String)
  case timeZone(Quoted, nearest: String?)
  case limit(Quoted)
  case limitTooLong(Quoted)
  case noWorkingHours(Quoted)
  /// The rule at `line` always holds first.
  case neverHolds(name: Quoted, line: Int)
  /// It asks for a process that is not there.
  case noSuchProcess(name: Quoted, Quoted, nearest: String?)
  case order(key: String, right: String)
  case duplicate(key: String, Quoted)
  case fixedCode(vocabulary: String, Quoted, nearest: String?)
  /// A problem whose weight no site can set.
  case notARule(Quoted)
  case unknownRule(Quoted, nearest: String?)
  case outsideYear(Quoted, year: Int)
  case bothLists(Quoted)

  package var code: String {
    switch self {
    case .missing: "settings.missing"
    case .value, .order: "settings.value"
    case .timeZone: "settings.time_zone"
    case .limit, .limitTooLong: "limit.invalid"
    case .noWorkingHours: "limit.working_hours"
    case .neverHolds, .noSuchProcess: "limit.unreachable"
    case .duplicate: "settings.duplicate"
    case .fixedCode: "settings.vocabulary"
    case .notARule, .unknownRule: "settings.rule"
    case .outsideYear: "calendar.year"
    case .bothLists: "calendar.contradiction"
    }
  }

  package var severity: Severity {
    switch self {
    case .neverHolds, .noSuchProcess, .bothLists, .unknownRule: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .missing(let key): "\(key) is missing; write '\(key.split(separator: ".").last ?? ""): …'"
    case .value(let key, let text, let right): "\(key): \(text) cannot be used; \(right)"
    case .timeZone(let text, let nearest):
      "time_zone: no time zone is named \(text); \(proposal(nearest, else: "write it like Asia/Shanghai"))"
    case .limit(let text): "limit: \(text) cannot be read; write it like 24h, 2wh, 13d, 2wd, 0.5d, 2w, 1m or 1d@15:00"
    case .limitTooLong(let text):
      "limit: \(text) is longer than a hundred years; write at most 36500d, 36500wd, 5214w or 1200m"
    case .noWorkingHours(let text):
      "limit: \(text) counts working hours; add working_hours, like 09:00-12:00, 13:00-18:00"
    case .neverHolds(let name, let line):
      "the rule \(name) can never hold, because the one in line \(line) comes first; put it before that one"
    case .noSuchProcess(let name, let process, let nearest):
      "the rule \(name) can never hold, because no process has the id \(process); \(proposal(nearest, else: "add it to processes/"))"
    case .order(let key, let right): "\(key) is out of order; \(right)"
    case .duplicate(let key, let text): "\(key) has \(text) twice; keep one of them"
    case .fixedCode(let vocabulary, let text, let nearest):
      "vocabularies.\(vocabulary): the program knows no code \(text); \(proposal(nearest, else: "keep the built-in codes, and give them your own labels"))"
    case .notARule(let text): "rules: \(text) is always an error; delete this line"
    case .unknownRule(let text, let nearest):
      "rules: no rule has the code \(text); \(proposal(nearest, else: "write one that stands in brackets at the end of a message"))"
    case .outsideYear(let text, let year): "\(text) is not a day of \(year); move it to the calendar of its year"
    case .bothLists(let text): "\(text) is both a holiday and a workday; it counts as worked, keep one"
    }
  }
}
