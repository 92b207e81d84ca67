package import Complaints
package import Findings
package import Templates

/// One making of the site: everything that a page may read. Nothing else reaches a page.
package struct Edition: Sendable {
  package let ledger: Ledger
  package let findings: Findings
  package let asOf: Day
  package let audience: Audience
  package let strings: Strings
  package let numbers: Numbers
  package let templates: TemplateLibrary
  /// The last commit that changed the ledger; `nil` without git or with changes not committed.
  package let commit: String?
  package let version: String

  package init(
    ledger: Ledger, findings: Findings, asOf: Day, audience: Audience, strings: Strings, templates: TemplateLibrary,
    commit: String?, version: String
  ) {
    self.ledger = ledger
    self.findings = findings
    self.asOf = asOf
    self.audience = audience
    self.strings = strings
    self.templates = templates
    self.commit = commit
    self.version = version
    numbers = Numbers(strings: strings, currency: ledger.settings.currency)
  }

  package var settings: Settings { ledger.settings }

  /// Renders a template with the frame around what the page itself says.
  func render(
    _ template: String, at path: PagePath, frame: Frame, content: TemplateObject, into buffer: inout [UInt8]
  ) throws {
    var context = frame.object(at: path, in: self)
    context.append("page", .object(content))
    context.append("t", .object(strings.templateObject))
    try templates.render(template, context, into: &buffer)
  }
}
