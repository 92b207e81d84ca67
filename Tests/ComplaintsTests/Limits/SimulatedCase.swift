/// A case and the rules it is held against, as the simulator sees them: without a line of the program.
///
/// Days count from Thursday, 2026-01-01; minutes and seconds from its midnight on the wall clock.
struct SimulatedCase {
  struct Time {
    /// Minutes; at midnight for a whole day.
    var minute: Int
    var hasTime: Bool
    var day: Int { minute / 1440 }
    /// Seconds; a whole day at its end.
    var lastSecond: Int { hasTime ? minute * 60 : day * 86_400 + 86_399 }

    /// By the clock if both have a time, else by days.
    func isAfter(_ other: Time) -> Bool { hasTime && other.hasTime ? minute > other.minute : day > other.day }
  }

  struct Step {
    var stage: String
    var at: Time
    var received: Time?
    var department: String?
    var result: String?

    var isDone: Bool { result == nil || result == "done" }
  }

  struct Pause {
    var from: Time
    var to: Time?
  }

  /// A later deadline, given by hand.
  struct Extension {
    var until: Time
    var hasReason, hasApproval: Bool
  }

  var received = Time(minute: 0, hasTime: true)
  /// In the order of the file.
  var steps: [Step] = []
  var pauses: [Pause] = []
  var given: Extension?
  var promised, replyBy: Time?
  /// What rules may ask about: region, customer.type, ... and its values; none where the field is empty.
  var facts: [String: [String]] = [:]
  /// In the order of site.yaml.
  var rules: [SimulatedRule] = []
  var asOf = 0
  /// Days off and make-up days.
  var holidays: Set<Int> = []
  var makeUps: Set<Int> = []
}

/// A limit as site.yaml has it.
struct SimulatedRule {
  enum Span {
    case hours(Int), workingHours(Int)
    case days(Int, worked: Bool, minute: Int?)
    case halfDay(worked: Bool)
    case months(Int, day: Int?)
    case replyBy
  }

  var name = "rule"
  /// None: the whole case.
  var stages: [String] = []
  /// None: anybody.
  var departments: [String] = []
  /// received, registered, another stage, or previous.
  var from = "received"
  var span = Span.hours(1)
  /// Of each fact any of the values.
  var wanted: [(fact: String, values: [String])] = []
}

/// What becomes of a stage limit: seconds, and a word.
struct SimulatedOutcome: Equatable {
  var start, due, end: Int?
  var word: String
}

/// What becomes of a whole case.
struct SimulatedAnswer: Equatable {
  /// Of the rules that hold for a stage, by name.
  var stages: [String: SimulatedOutcome] = [:]
  var due: Int?
  /// by hand, promise, or the name of a rule.
  var source: String?
  var closed: Int?
  var isOverdue, isOnTime: Bool?
  /// What is wrong with a deadline that is later than the rule.
  var warning: String?
}
