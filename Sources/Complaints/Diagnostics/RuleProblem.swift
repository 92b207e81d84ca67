/// What a rule of the domain finds wrong with a case whose values are all readable.
package enum RuleProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "rule.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
