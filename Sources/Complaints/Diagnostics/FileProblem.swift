/// What is wrong with a file as a whole, or with its bytes.
package enum FileProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "file.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
