/// What is wrong in site.yaml and the calendars beyond mistyped values.
package enum SettingsProblem: ProblemFacts {
  /// Stands until the first real member moves in.
  case placeholder

  package var code: String { "settings.placeholder" }
  package var severity: Severity { .error }
  package var message: String { "nothing; nothing" }
}
