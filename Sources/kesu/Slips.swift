import Complaints
import Findings

/// The slips of a day in words, grouped by whom they are sent to.
struct Slips {
  private let findings: Findings
  private let words: SlipWords
  private let expedites: [Group<Expedite>]
  private let inquiries: [Group<Inquiry>]

  /// Those that one department, or one owner, receives.
  private struct Group<Slip> {
    let addressee: String
    var slips: [Slip]
  }

  init(_ reminders: Reminders, of findings: Findings) {
    let words = SlipWords.of(findings.ledger.settings.language)
    let owner = { (slip: Expedite) in findings.ledger.cases[slip.place].complaint.owner }
    self.findings = findings
    self.words = words
    expedites = Self.groups(reminders.expedites, in: findings, words) { ($0.department, owner($0)) }
    inquiries = Self.groups(reminders.inquiries, in: findings, words) { ($0.department, nil) }
  }

  /// Departments in the order of the vocabulary, then others by name, then owners.
  private static func groups<Slip>(
    _ slips: [Slip], in findings: Findings, _ words: SlipWords, to addressee: (Slip) -> (String?, String?)
  ) -> [Group<Slip>] {
    let settings = findings.ledger.settings
    let vocabulary = settings.vocabularies["department"]
    var groups: [(rank: Int, name: String, group: Group<Slip>)] = []
    for slip in slips {
      let (department, owner) = addressee(slip)
      let rank =
        department.map { code in vocabulary.terms.firstIndex { $0.code == code } ?? vocabulary.terms.count }
        ?? .max
      let label =
        department.map { vocabulary.label(of: $0, settings.language) }
        ?? owner.map { words.owner.filled(["name": settings.vocabularies["owner"].label(of: $0, settings.language)]) }
        ?? words.nobody
      if let place = groups.firstIndex(where: { $0.rank == rank && $0.name == label }) {
        groups[place].group.slips.append(slip)
      } else {
        groups.append((rank, label, Group(addressee: label, slips: [slip])))
      }
    }
    return groups.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }.map(\.group)
  }

  private var language: Language { findings.ledger.settings.language }
  private func file(_ place: Int) -> CaseFile { findings.ledger.cases[place] }
}

/// As plain text.
extension Slips {
  /// A chapter for each kind, without a line feed at its end.
  var text: String {
    var lines = [words.title.filled(["day": findings.asOf.description]), ""]
    lines.append(head(words.expedites, form: "expedite", expedites.flatMap(\.slips).map(\.place)))
    if expedites.isEmpty { lines.append(words.noExpedites) }
    for group in expedites {
      lines += ["", words.group.filled(["name": group.addressee])]
      for slip in group.slips {
        lines.append("  " + name(of: file(slip.place)))
        lines += facts(of: slip).map { "    " + $0 }
      }
    }
    lines += ["", head(words.inquiries, form: "inquiry", inquiries.flatMap(\.slips).map(\.place))]
    if inquiries.isEmpty { lines.append(words.noInquiries) }
    for group in inquiries {
      lines += ["", words.group.filled(["name": group.addressee])]
      for slip in group.slips {
        lines.append("  " + name(of: file(slip.place)))
        lines.append("    " + words.closed.filled(["time": shown(slip.closed)]))
        lines += slip.overruns.map { "    " + overrun($0) }
        lines.append("    " + words.explain)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func facts(of slip: Expedite) -> [String] {
    let file = file(slip.place)
    var lines = [
      [
        words.received.filled(["time": shown(file.complaint.received)]),
        words.due.filled(["due": limited(slip.due)]), late(slip.due.moment),
      ].joined(separator: words.comma),
      words.step + step(of: slip), words.todo + todo(of: slip).joined(separator: words.comma),
    ]
    if let reason = file.record.text("open_reason") { lines.append(words.reason.filled(["text": oneLine(reason)])) }
    if let last = slip.urged.last {
      lines.append(words.urged.filled(["n": String(slip.urged.count), "time": shown(last)]))
    }
    return lines
  }

  private func overrun(_ clock: StageClock) -> String {
    words.overrun.filled([
      "limit": clock.rule.name, "stages": stages(clock), "due": clock.due.map(shown) ?? "",
      "time": clock.end.map(shown) ?? "", "late": span(clock),
    ])
  }
}

/// As Markdown.
extension Slips {
  /// A chapter for each kind with a table for each addressee, without a line feed at its end.
  var markdown: String {
    var lines = ["# " + words.title.filled(["day": findings.asOf.description]), ""]
    lines.append("## " + head(words.expedites, form: "expedite", expedites.flatMap(\.slips).map(\.place)))
    if expedites.isEmpty { lines += ["", words.noExpedites] }
    for group in expedites {
      lines += ["", "### " + cell(group.addressee), ""] + table(words.expediteColumns, group.slips.map(row))
    }
    lines += ["", "## " + head(words.inquiries, form: "inquiry", inquiries.flatMap(\.slips).map(\.place))]
    if inquiries.isEmpty { lines += ["", words.noInquiries] }
    for group in inquiries {
      lines += ["", "### " + cell(group.addressee), ""] + table(words.inquiryColumns, group.slips.flatMap(rows))
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ slip: Expedite) -> [String] {
    let file = file(slip.place)
    return [
      file.complaint.id, title(of: file), shown(file.complaint.received),
      limited(slip.due), late(slip.due.moment), step(of: slip), todo(of: slip).joined(separator: words.comma), "",
    ]
  }

  private func rows(_ slip: Inquiry) -> [[String]] {
    let file = file(slip.place)
    return slip.overruns.map { clock in
      [
        file.complaint.id, title(of: file), shown(slip.closed), clock.rule.name + words.colon + stages(clock),
        clock.due.map(shown) ?? "", clock.end.map(shown) ?? "", span(clock), "", "",
      ]
    }
  }

  private func table(_ head: [String], _ rows: [[String]]) -> [String] {
    let line = { (cells: [String]) in "| " + cells.map(cell).joined(separator: " | ") + " |" }
    return [line(head), "|" + head.map { _ in " --- |" }.joined()] + rows.map(line)
  }

  /// A text that neither ends its cell nor means anything to Markdown.
  private func cell(_ text: String) -> String {
    var result = ""
    for character in oneLine(text) {
      if "\\`*_[]<>|#~&".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

/// The parts that both have.
extension Slips {
  private func head(_ title: String, form page: String, _ places: [Int]) -> String {
    var text = title
    if let form = findings.ledger.settings.forms.first(where: { $0.page == page }), let number = form.number {
      text += words.form.filled(["number": number, "edition": form.edition ?? ""])
    }
    guard !places.isEmpty else { return text }
    return text + words.count.filled(["slips": String(places.count), "cases": String(Set(places).count)])
  }

  /// Number and title.
  private func name(of file: CaseFile) -> String { file.complaint.id + " " + title(of: file) }

  /// The title of a private case stays in the ledger, since slips are handed out.
  private func title(of file: CaseFile) -> String {
    let title = file.complaint.isPrivate ? words.withheld : oneLine(file.complaint.title)
    return title + (file.complaint.appealOf.map { words.appeal.filled(["id": $0]) } ?? "")
  }

  /// The due time and what gave it.
  private func limited(_ due: DueTime) -> String {
    words.limited.filled(["time": shown(due.moment), "limit": source(of: due)])
  }

  private func source(of due: DueTime) -> String {
    switch due.source {
    case .field: words.ownDue
    case .promise: words.promise
    case .rule(let name): name
    }
  }

  /// Whole days from the day it was due to as-of.
  private func late(_ due: Moment) -> String {
    let days = findings.asOf.number - due.day.number
    return days > 0 ? words.late.filled(["n": String(days)]) : words.lateToday
  }

  private func step(of slip: Expedite) -> String {
    guard let step = slip.step, let at = step.at else { return words.noStep }
    let department = step.department.map { words.comma + label(of: $0, in: "department") }
    return words.stage.filled([
      "stage": label(of: step.stage, in: "events.stage"), "time": shown(at), "who": department ?? "",
    ])
  }

  private func todo(of slip: Expedite) -> [String] {
    guard !slip.awaited.isEmpty else { return [words.closeIt] }
    return slip.awaited.map { clock in
      words.doIt.filled([
        "stages": stages(clock), "limit": clock.rule.name, "time": clock.due.map(shown) ?? "",
        "late": clock.due.map(late) ?? "",
      ])
    }
  }

  private func stages(_ clock: StageClock) -> String {
    clock.rule.stages.map { label(of: $0, in: "events.stage") }.joined(separator: words.separator)
  }

  private func label(of code: String, in vocabulary: String) -> String {
    findings.ledger.settings.vocabularies[vocabulary].label(of: code, language)
  }

  /// 2 天 3 小时; whole days where the step has no time.
  private func span(_ clock: StageClock) -> String {
    guard let due = clock.due, let end = clock.end else { return "" }
    guard end.hasTime else { return words.days.filled(["n": String(end.day.number - due.day.number)]) }
    let minutes = (end.utc - due.utc + 59) / 60
    let (days, hours, rest) = (minutes / 1_440, minutes / 60 % 24, minutes % 60)
    var parts: [String] = []
    if days > 0 { parts.append(words.days.filled(["n": String(days)])) }
    if hours > 0 { parts.append(words.hours.filled(["n": String(hours)])) }
    if days == 0, rest > 0 { parts.append(words.minutes.filled(["n": String(rest)])) }
    return parts.isEmpty ? words.days.filled(["n": String(days)]) : parts.joined(separator: " ")
  }

  /// 2026-10-12, or 2026-10-12 09:30; what ends with its day is that day.
  private func shown(_ moment: Moment) -> String {
    guard moment.hasTime, moment.secondOfDay != 86_399 else { return moment.day.description }
    return moment.text(separator: " ", secondsIfZero: false)
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
