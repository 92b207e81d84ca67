import Complaints

/// The keys of site.yaml.
private let keys = [
  "title", "organization", "language", "time_zone", "as_of", "currency", "edit_url", "numbering", "vocabularies",
  "limits", "targets", "approval", "weekend", "working_hours", "followup", "required", "notify", "forms", "returns",
  "attachments", "rules", "privacy", "control_charts",
]

/// What site.yaml says, and what is wrong with it.
///
/// Whatever cannot be read stands at its default, so that the rest of the ledger can still be looked at.
func readSettings(_ bytes: [UInt8], path: String) -> (settings: Settings, diagnostics: [Diagnostic]) {
  var reading = SectionReading(path: path)
  var settings = Settings(title: "", zone: utc)
  do throws(Fault) {
    let root = try readDocument(bytes) ?? Node(content: .mapping([]), mark: Mark(line: 1, column: 1))
    if let site = reading.section(root, "", keys: keys) { reading.read(site, into: &settings) }
  } catch {
    reading.problems.report(error)
  }
  return (settings, reading.problems.diagnostics)
}

/// One YAML document that fills a file.
func readDocument(_ bytes: [UInt8]) throws(Fault) -> Node? {
  let result = bytes.withUnsafeBufferPointer { buffer in
    Result { () throws(Fault) -> Node? in
      let check = try checkText(buffer)
      try check.checkYAML(before: buffer.count, in: buffer)
      return try readYAML(UnsafeBufferPointer(rebasing: buffer[check.start...]))
    }
  }
  return try result.get()
}

extension SectionReading {
  fileprivate mutating func read(_ site: Section, into settings: inout Settings) {
    readIdentity(site, into: &settings)
    readCalendar(site, into: &settings)
    readVocabularies(site, into: &settings)
    readRuleWeights(site, into: &settings)
    readDeadlines(site, into: &settings)
    readDuties(site, into: &settings)
    readFigures(site, into: &settings)
    readForms(site, into: &settings)
  }

  /// Title, language, clock and money.
  private mutating func readIdentity(_ site: Section, into settings: inout Settings) {
    settings.title = required(site, "title") ?? ""
    settings.organization = text(site, "organization")
    if let node = site["language"], let text = text(site, "language") {
      if let language = Language(rawValue: text) {
        settings.language = language
      } else {
        wrong("language", text, "write zh-Hans or en", at: node)
      }
    }
    settings.zone = zone(site)
    settings.asOf = site["as_of"].flatMap { day($0, "as_of") }
    if let node = site["currency"], let text = text(site, "currency") {
      if text.utf8.count == 3, text.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        settings.currency = text
      } else {
        wrong("currency", text, "write the three capital letters of ISO 4217, like CNY", at: node)
      }
    }
    settings.editURL = editURL(site)
    settings.numbering = numbering(site)
  }

  private mutating func zone(_ site: Section) -> Zone {
    let name = text(site, "time_zone") ?? "Asia/Shanghai"
    if let zone = clock(of: name) { return zone }
    if let node = site["time_zone"] {
      problems.report(.settings(.timeZone(Quoted(name), nearest: nearest(to: name, among: zoneNames()))), at: node.mark)
    }
    return utc
  }

  private mutating func editURL(_ site: Section) -> String? {
    guard let node = site["edit_url"], let text = text(site, "edit_url") else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.contains("{path}") else {
      wrong("edit_url", text, "write an address that begins with https:// and holds {path}", at: node)
      return nil
    }
    return text
  }

  /// A pattern of numbers: text, `{yyyy}`, `{yy}`, `{mm}`, `{dd}`, and one `{seq:02}`.
  private mutating func numbering(_ site: Section) -> String? {
    guard let node = site["numbering"], let text = text(site, "numbering") else { return nil }
    guard isNumbering(text) else {
      wrong(
        "numbering", text, "write it like {yy}{mm}{seq:02}, with one {seq:…}, and in letters, digits, '-', '_' and '.'",
        at: node)
      return nil
    }
    return text
  }
}

/// Whether a pattern makes ids: one serial, known placeholders, and nothing that an id may not hold.
private func isNumbering(_ pattern: String) -> Bool {
  var (plain, serials, rest) = ("", 0, pattern[...])
  while let open = rest.firstIndex(of: "{") {
    plain += rest[..<open]
    guard let close = rest[open...].firstIndex(of: "}") else { return false }
    let name = rest[rest.index(after: open)..<close]
    if name == "seq" || name.hasPrefix("seq:") {
      let width = name.dropFirst(4)
      guard name == "seq" || !width.isEmpty && width.count <= 2 && width.allSatisfy({ "0"..."9" ~= $0 }) else {
        return false
      }
      serials += 1
    } else if !["yyyy", "yy", "mm", "dd"].contains(name) {
      return false
    }
    rest = rest[rest.index(after: close)...]
  }
  plain += rest
  do {
    try checkID("0" + plain)
    return serials == 1 && !pattern.hasPrefix(".")
  } catch {
    return false
  }
}
