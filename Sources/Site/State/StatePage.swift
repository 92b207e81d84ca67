import Complaints
import Findings
import Templates

/// The state of the ledger (P18): where every file went, and what is missing or contradictory in the data.
///
/// Not for the public.
func statePage(of edition: Edition) -> Page {
  Page(.ledgerState) { try StatePage(edition: edition, path: .ledgerState).render(into: &$0) }
}

struct StatePage {
  let edition: Edition
  let path: PagePath

  func render(into buffer: inout [UInt8]) throws {
    let problems = StateProblems(edition: edition, path: path)
    let gaps = StateGaps(edition: edition, path: path)
    let content: TemplateObject = [
      "account": .list(account), "found": .text(edition.numbers.count(edition.findings.account.found)),
      "rejected": .list(problems.rejected), "has_rejected": .flag(!edition.ledger.rejected.isEmpty),
      "has_contradictions": .flag(!gaps.contradictions.isEmpty),
      "has_problems": .flag(!edition.ledger.diagnostics.isEmpty),
      "kinds": .list(problems.kinds), "files": .list(problems.files),
      "gaps": .list(gaps.cases), "has_exposure": .flag(!edition.ledger.exposure.isEmpty),
      "exposure": .list(gaps.exposure), "contradictions": .list(gaps.contradictions),
      "people": .list(problems.people),
    ]
    try edition.render("pages/state", at: path, frame: frame, content: content, into: &buffer)
  }

  private var frame: Frame {
    let strings = edition.strings
    let diagnostics = edition.ledger.diagnostics
    let errors = diagnostics.count { $0.severity == .error }
    let found = edition.numbers.count(edition.findings.account.found)
    let lead =
      diagnostics.isEmpty
      ? strings(StatePhrase.leadClean, ["found": found])
      : strings(
        StatePhrase.lead,
        [
          "found": found, "errors": edition.numbers.count(errors),
          "warnings": edition.numbers.count(diagnostics.count - errors),
        ])
    return Frame(title: strings(StatePhrase.title), heading: strings(StatePhrase.title), lead: lead, section: .state)
  }

  /// Every file found is in exactly one of these rows.
  private var account: [TemplateValue] {
    let account = edition.findings.account
    let excluded = Exclusion.allCases.map { reason in
      row(
        edition.strings.text("state.excluded.\(reason.rawValue)") ?? reason.rawValue, account.excluded(reason),
        edition.strings.text("state.meaning_excluded.\(reason.rawValue)") ?? "")
    }
    let strings = edition.strings
    let published = row(
      strings(StatePhrase.published), account.published, strings(StatePhrase.meaningPublished), to: .ledger)
    let errors = row(strings(StatePhrase.errors), account.inError, strings(StatePhrase.meaningErrors))
    return [published] + excluded + [errors]
  }

  private func row(_ label: String, _ count: Int, _ meaning: String, to target: PagePath? = nil) -> TemplateValue {
    [
      "label": .text(label), "count": .text(edition.numbers.count(count)), "meaning": .text(meaning),
      "href": .text(ifAny: target.map { path.href(to: $0) }), "zero": .flag(count == 0),
    ]
  }
}
