import Complaints
import Findings
import Hypertext
import Narrative

/// What people wrote for a report, and who answers for it.
struct NarrativeText {
  /// Empty where nothing was written, and for the public, which sees no free text.
  let markup: Markup
  /// «编制 许嘉木 · 审核 苗若谷»; empty where nobody is named.
  let signed: String

  init(of period: Period, in edition: Edition, at path: PagePath) {
    guard edition.audience != .public, let written = edition.ledger.narratives.first(where: { $0.period == period })
    else {
      markup = Markup()
      signed = ""
      return
    }
    let strings = edition.strings
    var options = NarrativeOptions()
    options.headingBase = 2
    options.firstLine = written.firstLine
    if edition.audience != .team {
      let masking = Masking()
      options.text = { masking.text($0) }
    }
    options.attachment = { name in edition.attachmentPath(name).map { path.href(to: $0) } }
    markup = renderNarrative(written.text, options)
    let names: [(ReportPhrase, String?)] = [
      (.prepared, written.preparedBy), (.reviewed, written.reviewedBy), (.approved, written.approvedBy),
    ]
    signed = names.compactMap { phrase, name in name.map { strings(phrase, ["name": $0]) } }.joined(separator: " · ")
  }
}
