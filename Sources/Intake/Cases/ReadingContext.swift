import Complaints

/// What values are read against: the site's words, clock and money, and which files and processes there are.
struct ReadingContext: Sendable {
  let settings: Settings
  let attachments: AttachmentIndex
  /// Ids of the processes; `nil` where they are not asked about.
  let processes: [String]?

  init(settings: Settings, attachments: AttachmentIndex = AttachmentIndex(), processes: [String]? = nil) {
    self.settings = settings
    self.attachments = attachments
    self.processes = processes
  }
}

/// The problems found in one file, in the weight that the site gives them.
struct ProblemList {
  let path: String
  let settings: Settings?
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, settings: Settings?) {
    self.path = path
    self.settings = settings
  }

  /// Errors stay errors; the site may set the weight of warnings or turn them off.
  mutating func report(_ problem: Problem, at mark: Mark) {
    var severity: Severity? = problem.defaultSeverity
    if let settings, severity == .warning { severity = settings.severity(of: problem) }
    if let severity { diagnostics.append(Diagnostic(problem, at: mark.place(in: path), severity: severity)) }
  }

  mutating func report(_ fault: Fault) { report(fault.problem, at: fault.mark) }

  var hasError: Bool { diagnostics.contains { $0.severity == .error } }
}
