/// What is wrong with the rows of a CSV file.
package enum TableProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "table.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
