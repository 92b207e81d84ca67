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
    let exclusions = StateExclusions(edition: edition, path: path)
    let gaps = StateGaps(edition: edition, path: path)
    let content: TemplateObject = [
      "account": .list(account(exclusions)), "found": .text(edition.numbers.count(edition.findings.account.found)),
      "rejected": .list(problems.rejected), "has_rejected": .flag(!edition.ledger.rejected.isEmpty),
      "has_contradictions": .flag(!gaps.contradictions.isEmpty),
      "has_problems": .flag(!edition.ledger.diagnostics.isEmpty),
      "kinds": .list(problems.kinds), "files": .list(problems.files),
      "gaps": .list(gaps.cases), "has_exposure": .flag(!edition.ledger.exposure.isEmpty),
      "exposure": .list(gaps.exposure), "contradictions": .list(gaps.contradictions),
      "excluded": .list(exclusions.groups), "has_excluded": .flag(!edition.findings.excluded.isEmpty),
      "people": .list(StateParts(.owner, in: edition).rows(at: path)),
      "departments": .list(StateParts(.department, in: edition).rows(at: path)),
    ]
    try edition.render(.state, at: path, frame: frame, content: content, into: &buffer)
  }

  private var frame: Frame {
    let strings = edition.strings
    let diagnostics = edition.ledger.diagnostics
    let errors = diagnostics.count { $0.severity == .error }
    let files = Figure(edition.numbers.count(edition.findings.account.found), .list(path, place: "account"))
    func count(_ number: Int) -> Sentence.Piece {
      .figure(Figure(edition.numbers.count(number), number > 0 ? .list(path, place: "kinds") : .none(.nothing)))
    }
    let lead =
      diagnostics.isEmpty
      ? strings.sentence(StatePhrase.leadClean, ["found": .figure(files)])
      : strings.sentence(
        StatePhrase.lead,
        ["found": .figure(files), "errors": count(errors), "warnings": count(diagnostics.count - errors)])
    return Frame(
      title: strings(StatePhrase.title), heading: strings(StatePhrase.title), sentence: lead, section: .state)
  }

  /// Every file found is in exactly one of these rows.
  private func account(_ exclusions: StateExclusions) -> [TemplateValue] {
    let account = edition.findings.account
    let excluded = Exclusion.allCases.map { reason in
      row(
        edition.strings.text("state.excluded.\(reason.rawValue)") ?? reason.rawValue, account.excluded(reason),
        edition.strings.text("state.meaning_excluded.\(reason.rawValue)") ?? "", exclusions.door(reason))
    }
    let strings = edition.strings
    let published = row(
      strings(StatePhrase.published), account.published, strings(StatePhrase.meaningPublished),
      account.published > 0 ? .list(.allCases, place: "all") : .none(.nothing))
    let errors = row(
      strings(StatePhrase.errors), account.inError, strings(StatePhrase.meaningErrors),
      account.inError > 0 ? .list(path, place: "rejected") : .none(.nothing))
    return [published] + excluded + [errors]
  }

  private func row(_ label: String, _ count: Int, _ meaning: String, _ door: Door) -> TemplateValue {
    [
      "label": .text(label), "count": .markup(Figure(edition.numbers.count(count), door).markup(at: path)),
      "meaning": .text(meaning), "zero": .flag(count == 0),
    ]
  }
}
