import Complaints
import Hypertext
import Narrative
import Templates

/// The record card of one case (P3): all that its file holds, and its way against the limits.
struct CardPage {
  let edition: Edition
  let file: CaseFile
  let standing: Standing
  let path: PagePath

  private var complaint: Complaint { file.complaint }
  private var strings: Strings { edition.strings }

  func render(into buffer: inout [UInt8]) throws {
    let masking = Masking(for: file.record, audience: edition.audience)
    let text = FieldText(edition: edition, path: path, masking: masking)
    let side = CardSide(edition: edition, record: file.record, text: text)
    let (shares, costs) = (side.shares, side.costs)
    let hasSide = !shares.isEmpty || !costs.isEmpty
    let hasEightD = EightDSection.isIn(file.record)
    let elsewhere =
      (shares.isEmpty ? [] : ["departments"]) + (costs.isEmpty ? [] : ["costs"]) + (hasEightD ? EightDSection.keys : [])
    let sections = CardSections(record: file.record, text: text, elsewhere: elsewhere)
    let stages = stageClocks(of: complaint, asOf: edition.asOf, settings: edition.settings)
    let clocks = CardClocks(edition: edition, complaint: complaint, standing: standing, stages: stages)
    let timeline = CardTimeline(edition: edition, complaint: complaint, standing: standing, stages: stages)
    let eightD = EightDSection(
      edition: edition, complaint: complaint, record: file.record, standing: standing, stages: stages, text: text)
    let content: TemplateObject = [
      "clocks": .list(clocks.band),
      "timeline": .markup(timeline.figure(width: hasSide ? 800 : 1216)),
      "has_side": .flag(hasSide),
      "shares": .list(shares), "has_shares": .flag(!shares.isEmpty),
      "costs": .list(costs), "has_costs": .flag(!costs.isEmpty), "total": .text(side.total),
      "registered": .list(sections.registered),
      "told": .list(sections.told),
      "opening": ["sections": .list(sections.opening)], "settling": ["sections": .list(sections.settling)],
      "has_eight_d": .flag(hasEightD),
      "disciplines": .list(hasEightD ? eightD.rows : []), "eight_d_facts": .list(hasEightD ? eightD.facts : []),
      "has_unknown": .flag(!sections.unknown.isEmpty),
      "unknown": .list(sections.unknown),
      "improvements": .markup(CardImprovements(edition: edition).section(of: complaint.id)),
      "narrative": .markup(narrative(masking)),
      "masked": .flag(masking != nil && file.record["customer"] != nil),
      "edit": .text(ifAny: editLink),
      "form": .object(edition.form("card")),
    ]
    try edition.render("pages/card", at: path, frame: frame(masking), content: content, into: &buffer)
  }

  /// The edit address with the file's path in place; for those who keep the ledger.
  private var editLink: String? {
    guard edition.audience == .team, let pattern = edition.settings.editURL else { return nil }
    return pattern.split(separator: "{path}", omittingEmptySubsequences: false).joined(separator: file.path)
  }

  private func frame(_ masking: Masking?) -> Frame {
    let title = masking?.text(complaint.title) ?? complaint.title
    let month = Period(.month, containing: complaint.received.day)
    return Frame(
      title: "\(complaint.id) \(title)",
      heading: strings(CardPhrase.heading, ["id": complaint.id, "title": title]),
      lead: lead, section: .ledger,
      crumbs: [
        (strings(FramePhrase.ledger), .ledger),
        (edition.numbers.period(month), PagePath("cases/\(month)/index.html")), (complaint.id, nil),
      ],
      isStamped: standing.closed == nil)
  }

  /// How the case stands, in a sentence.
  private var lead: String {
    let numbers = edition.numbers
    if complaint.writtenStatus == .void { return strings(CardPhrase.leadVoid) }
    if complaint.appealOf != nil { return strings(CardPhrase.leadAppeal) }
    if complaint.kind != .complaint {
      return strings(CardPhrase.leadNotCounted, ["kind": edition.label(of: complaint.kind.rawValue, in: "kind")])
    }
    if let closed = standing.closed, let days = standing.daysToClose {
      let phrase: CardPhrase =
        switch standing.isOnTime {
        case true?: .leadClosedOnTime
        case false?: .leadClosedLate
        case nil: .leadClosed
        }
      return strings(phrase, ["closed": numbers.moment(closed), "days": numbers.decimal(days, places: 1)])
    }
    let waited = String(edition.asOf.number - complaint.received.day.number)
    guard let due = standing.due else { return strings(CardPhrase.leadNoLimit, ["days": waited]) }
    let late = edition.asOf.number - due.moment.day.number
    return standing.isOverdue == true
      ? strings(CardPhrase.leadOverdue, ["days": waited, "late": String(late), "due": numbers.due(due.moment)])
      : strings(CardPhrase.leadOpen, ["days": waited, "left": String(-late), "due": numbers.due(due.moment)])
  }

  private func narrative(_ masking: Masking?) -> Markup {
    var options = NarrativeOptions()
    options.headingBase = 2
    options.firstLine = file.narrativeLine
    if let masking { options.text = { masking.text($0) } }
    options.attachment = { name in edition.attachmentPath(name).map { path.href(to: $0) } }
    return renderNarrative(file.narrative, options)
  }
}

extension Edition {
  /// The head and foot of a printed form, from site.yaml.
  func form(_ page: String) -> TemplateObject {
    guard let form = settings.forms.first(where: { $0.page == page }) else {
      return ["number": "", "edition": "", "copies": "", "signatures": []]
    }
    return [
      "number": .text(form.number ?? ""), "edition": .text(form.edition ?? ""),
      "copies": .text(form.copies.joined(separator: strings(CardPhrase.separator))),
      "signatures": .list(form.signatures.map { ["name": .text($0)] }),
    ]
  }
}
