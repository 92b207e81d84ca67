/// What is wrong with the value of a field.
package enum ValueProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "value.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
