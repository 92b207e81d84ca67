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

  /// - Parameter section: The heading that the page itself sets above the narrative; it is not said twice.
  init(of period: Period, under section: String, in edition: Edition, at path: PagePath) {
    guard edition.audience != .public, let written = edition.ledger.narratives.first(where: { $0.period == period })
    else {
      markup = Markup()
      signed = ""
      return
    }
    let strings = edition.strings
    var options = NarrativeOptions()
    options.headingBase = 2
    let text = Self.without(section, written.text)
    options.firstLine = written.firstLine + written.text.prefix(written.text.count - text.count).count { $0 == 10 }
    if edition.audience != .team {
      let masking = Masking()
      options.text = { masking.text($0) }
    }
    options.attachment = { name in edition.attachmentPath(name).map { path.href(to: $0) } }
    options.liveBlock = { block, line in
      LiveFigure(block, own: period, through: edition.asOf)?.markup(in: edition, at: path, id: "live-\(line)")
    }
    markup = renderNarrative(text, options)
    let names: [(ReportPhrase, String?)] = [
      (.prepared, written.preparedBy), (.reviewed, written.reviewedBy), (.approved, written.approvedBy),
    ]
    signed = names.compactMap { phrase, name in name.map { strings(phrase, ["name": $0]) } }.joined(separator: " · ")
  }

  /// The text without a first line that is a heading of just these words.
  private static func without(_ heading: String, _ text: [UInt8]) -> ArraySlice<UInt8> {
    let blanks: Set<UInt8> = [0x20, 0x0A, 0x0D]
    let start = text.firstIndex { !blanks.contains($0) } ?? text.endIndex
    let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
    let words = text[start..<end].drop { $0 == UInt8(ascii: "#") }
    guard words.count < end - start else { return text[...] }
    let bare = words.drop { $0 == 0x20 }.filter { $0 != 0x0D }
    return bare.elementsEqual(heading.utf8) ? text[end...] : text[...]
  }
}
