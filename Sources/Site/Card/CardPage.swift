import Complaints
import Hypertext
import Narrative
import Templates

/// The record card of one case (P3): all that its file holds, and its way against the limits.
final class CardPage {
  let edition: Edition
  let file: CaseFile
  let course: Course
  let path: PagePath

  init(edition: Edition, file: CaseFile, course: Course, path: PagePath) {
    (self.edition, self.file, self.course, self.path) = (edition, file, course, path)
  }

  private var complaint: Complaint { file.complaint }
  private var strings: Strings { edition.strings }

  func render(into buffer: inout [UInt8]) throws {
    try file.record.lend { map in try render(map, into: &buffer) }
  }

  private func render(_ map: StoredMap, into buffer: inout [UInt8]) throws {
    let masking = edition.audience == .team ? nil : Masking(for: map)
    let record = CardRecord(map, looks: edition.looks, words: file.record.store.words)
    let text = FieldText(edition: edition, path: path, masking: masking, words: record.words)
    var page = TemplateRows(.card, reserving: 32_768)
    page.row { content(of: record, text, to: &$0) }
    try edition.render(.card, at: path, frame: frame(masking), page: .row(page), into: &buffer)
  }

  private func content(of record: CardRecord, _ text: FieldText, to page: inout TemplateRows) {
    let side = CardSide(edition: edition, record: record, text: text)
    let hasShares = page.list("shares", of: .share) { side.shares(to: &$0) }
    page.flag("has_shares", hasShares)
    let hasCosts = page.list("costs", of: .cost) { side.costs(to: &$0) }
    page.flag("has_costs", hasCosts)
    page.text("total", hasCosts ? side.total : nil)
    page.flag("has_side", hasShares || hasCosts)
    progress(width: hasShares || hasCosts ? 800 : 1216, to: &page)
    let hasEightD = EightDSection.isIn(record)
    let elsewhere =
      (hasShares ? [CardField.departments] : []) + (hasCosts ? [CardField.costs] : [])
      + (hasEightD ? EightDSection.fields : [])
    let sections = CardSections(record: record, text: text, elsewhere: elsewhere)
    page.markup("registered") { sections.registered(to: &$0) }
    page.markup("opening") { sections.opening(to: &$0) }
    page.markup("settling") { sections.settling(to: &$0) }
    disciplines(of: hasEightD ? record : nil, text, to: &page)
    page.flag("has_unknown", !record.map.unknown.isEmpty)
    page.markup("unknown") { sections.unknown(to: &$0) }
    page.markup("improvements", CardImprovements(edition: edition).section(of: complaint.id))
    page.markup("narrative") { narrative(text.masking, to: &$0) }
    page.flag("masked", text.masking != nil && record.has(CardField.customer))
    page.text("edit", edition.editLink(of: file.path))
    edition.fixed.appendForm("card", to: &page)
  }

  /// The case's way against its limits.
  private func progress(width: Double, to page: inout TemplateRows) {
    let timeline = CardTimeline(
      edition: edition, complaint: complaint, standing: course.standing, stages: course.stages)
    page.markup("timeline") { timeline.append(to: &$0, width: width) }
    let clocks = CardClocks(edition: edition, complaint: complaint, course: course)
    page.list("clocks", of: .clock) { clocks.append(to: &$0) }
  }

  /// The eight disciplines of a case that has gone their way.
  private func disciplines(of record: CardRecord?, _ text: FieldText, to page: inout TemplateRows) {
    page.flag("has_eight_d", record != nil)
    guard let record else {
      page.list("disciplines", of: .discipline) { _ in }
      page.text("eight_d_facts", nil)
      return
    }
    let status = EightDStatus(
      edition: edition, received: complaint.received, record: record, standing: course.standing,
      stages: course.stages)
    let section = EightDSection(edition: edition, record: record, text: text, status: status)
    page.list("disciplines", of: .discipline) { section.disciplines(to: &$0) }
    page.markup("eight_d_facts") { section.facts(to: &$0) }
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

  private func narrative(_ masking: Masking?, to markup: inout Markup) {
    var options = NarrativeOptions()
    options.headingBase = 2
    options.firstLine = file.narrativeLine
    if let masking {
      options.text = { masking.text($0) }
      options.mayChange = { masking.mayHide($0) }
    }
    options.attachment = { [edition, path] name in edition.attachmentPath(name).map { path.href(to: $0) } }
    file.withNarrative { markup.append(renderNarrative($0, options)) }
  }
}
