/// What is wrong with the YAML between the fences, before any field is looked at.
package enum FrontMatterProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "frontMatter.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
