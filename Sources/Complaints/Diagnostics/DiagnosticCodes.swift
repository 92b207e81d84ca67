/// Every code that a diagnostic about the ledger may have.
package enum DiagnosticCodes {
  /// Those that a site may set under rules in site.yaml.
  package static let settable = (RuleProblem.codes + warnings).sorted()

  /// Warnings about files and settings, which no rule of the domain gives.
  private static let warnings = [
    "attachment.missing", "calendar.contradiction", "exposure.accepted", "file.special", "key.unknown",
    "limit.unreachable", "live.unknown", "money.rounded", "process.end", "process.lane", "process.start",
    "process.unreachable", "yaml.comment",
  ]

  /// What cannot be read, which is an error on every site.
  package static let fixed = [
    "attachment.unsafe", "calendar.year", "csv.cells", "csv.empty", "csv.header", "csv.missing", "csv.period",
    "csv.quote", "date.invalid", "exposure.contradiction", "file.control", "file.duplicate", "file.encoding",
    "file.missing", "file.name", "file.period", "file.size", "frontmatter.fence", "frontmatter.missing",
    "frontmatter.size", "frontmatter.unclosed", "id.duplicate", "id.invalid", "id.reserved", "key.duplicate",
    "limit.invalid", "limit.working_hours", "money.currency", "number.invalid", "number.sum", "process.duplicate",
    "process.target", "process.unknown", "settings.duplicate", "settings.missing", "settings.rule",
    "settings.time_zone", "settings.value", "settings.vocabulary", "value.ambiguous", "value.invisible",
    "value.missing", "value.shape", "value.unknown", "yaml.alias", "yaml.anchor", "yaml.depth", "yaml.directive",
    "yaml.document", "yaml.key", "yaml.map", "yaml.syntax", "yaml.tag", "yesno.invalid",
  ]
}
