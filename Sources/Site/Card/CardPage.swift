import Complaints
import Hypertext
import Narrative
import Templates

/// The record card of one case (P3): all that its file holds, and its way against the limits.
struct CardPage {
  let edition: Edition
  let file: CaseFile
  let course: Course
  let path: PagePath

  private var complaint: Complaint { file.complaint }
  private var strings: Strings { edition.strings }

  func render(into buffer: inout [UInt8]) throws {
    try file.record.lend { map in try render(map, into: &buffer) }
  }

  private func render(_ map: StoredMap, into buffer: inout [UInt8]) throws {
    let masking = edition.audience == .team ? nil : Masking(for: map)
    let record = CardRecord(map, looks: edition.looks, words: file.record.store.words)
    try edition.render(
      "pages/card", at: path, frame: frame(masking), content: content(of: record, masking), into: &buffer)
  }

  private func content(of record: CardRecord, _ masking: Masking?) -> TemplateObject {
    let text = FieldText(edition: edition, path: path, masking: masking, words: record.words)
    let side = CardSide(edition: edition, record: record, text: text)
    let (shares, costs) = (side.shares, side.costs)
    let hasSide = !shares.isEmpty || !costs.isEmpty
    let hasEightD = EightDSection.isIn(record)
    let elsewhere =
      (shares.isEmpty ? [] : [CardField.departments]) + (costs.isEmpty ? [] : [CardField.costs])
      + (hasEightD ? EightDSection.fields : [])
    let sections = CardSections(record: record, text: text, elsewhere: elsewhere)
    let (opening, settling, unknown) = (sections.opening, sections.settling, sections.unknown)
    let (standing, stages) = (course.standing, course.stages)
    let clocks = CardClocks(edition: edition, complaint: complaint, course: course)
    let timeline = CardTimeline(edition: edition, complaint: complaint, standing: standing, stages: stages)
    let status = EightDStatus(
      edition: edition, received: complaint.received, record: record, standing: standing, stages: stages)
    let eightD = EightDSection(edition: edition, record: record, text: text, status: status)
    return [
      "clocks": .rows(clocks.band),
      "timeline": .markup(timeline.figure(width: hasSide ? 800 : 1216)),
      "has_side": .flag(hasSide),
      "shares": .rows(shares), "has_shares": .flag(!shares.isEmpty),
      "costs": .rows(costs), "has_costs": .flag(!costs.isEmpty), "total": .text(costs.isEmpty ? "" : side.total),
      "registered": .rows(sections.registered),
      "told": .rows(sections.told),
      "opening": opening.isEmpty ? .none : ["sections": .rows(opening)],
      "settling": settling.isEmpty ? .none : ["sections": .rows(settling)],
      "has_eight_d": .flag(hasEightD),
      "disciplines": hasEightD ? .rows(eightD.rows) : .none,
      "eight_d_facts": hasEightD ? .markup(eightD.facts) : .none,
      "has_unknown": .flag(!unknown.isEmpty),
      "unknown": .rows(unknown),
      "improvements": .markup(CardImprovements(edition: edition).section(of: complaint.id)),
      "narrative": .markup(narrative(masking)),
      "masked": .flag(masking != nil && record.has(CardField.customer)),
      "edit": .text(ifAny: edition.editLink(of: file.path)),
      "form": .object(edition.fixed.form("card")),
    ]
  }

  private func frame(_ masking: Masking?) -> Frame {
    let written = complaint.title
    let title = masking?.text(written) ?? written
    let month = Period(.month, containing: complaint.received.day)
    return Frame(
      title: "\(complaint.id) \(title)",
      heading: strings(CardPhrase.heading, ["id": complaint.id, "title": title]),
      lead: lead, section: .ledger,
      crumbs: [
        (strings(FramePhrase.ledger), .ledger),
        (edition.numbers.period(month), PagePath("cases/\(month)/index.html")), (complaint.id, nil),
      ],
      isStamped: course.standing.closed == nil, namesCommit: false)
  }

  /// How the case stands, in a sentence.
  private var lead: String {
    let (numbers, standing) = (edition.numbers, course.standing)
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
    if let masking {
      options.text = { masking.text($0) }
      options.mayChange = { masking.mayHide($0) }
    }
    options.attachment = { name in edition.attachmentPath(name).map { path.href(to: $0) } }
    return renderNarrative(file.narrative, options)
  }
}
