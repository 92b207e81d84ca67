/// What a rule found in a former build, in the words that it had then.
package struct FormerProblem: ProblemFacts {
  package let code: String
  package let message: String
  /// An error puts a case aside, so that its case is looked at each time.
  package var severity: Severity { .warning }

  package init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}
