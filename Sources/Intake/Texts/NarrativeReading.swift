import Complaints

/// A Markdown file whose front matter is optional.
private struct LooseText {
  let section: Section?
  let text: [UInt8]
  let firstLine: Int

  /// - Parameter keys: English keys and the Chinese ones that mean the same.
  init(_ bytes: [UInt8], keys: [String], reading: inout SectionReading) throws(Fault) {
    let result = bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(Fault) -> (start: Int, hasFence: Bool) in
        let check = try checkText(buffer)
        return (check.start, FrontMatter.isThere(buffer, from: check.start))
      }
    }
    let (start, hasFence) = try result.get()
    guard hasFence else {
      (section, text, firstLine) = (nil, Array(bytes[start...]), 1)
      return
    }
    let parts = try TextParts(bytes)
    let root = Node(content: .mapping(parts.pairs), mark: Mark(line: 1, column: 1))
    section = reading.section(root, "", keys: keys)
    (text, firstLine) = (Array(bytes[parts.text]), parts.textLine)
  }
}

extension SectionReading {
  /// The text under either of two names.
  fileprivate mutating func text(_ section: Section?, _ key: String, or chinese: String) -> String? {
    guard let section else { return nil }
    return text(section, key) ?? text(section, chinese)
  }
}

/// Reads the narrative of a report.
func readNarrative(
  _ bytes: [UInt8], path: String, period: Period
) -> (narrative: ReportNarrative?, diagnostics: [Diagnostic]) {
  var reading = SectionReading(path: path)
  do throws(Fault) {
    let keys = ["title", "标题", "prepared_by", "编制", "reviewed_by", "审核", "approved_by", "核准"]
    let loose = try LooseText(bytes, keys: keys, reading: &reading)
    let narrative = ReportNarrative(
      period: period, path: path, preparedBy: reading.text(loose.section, "prepared_by", or: "编制"),
      reviewedBy: reading.text(loose.section, "reviewed_by", or: "审核"),
      approvedBy: reading.text(loose.section, "approved_by", or: "核准"), text: loose.text, firstLine: loose.firstLine)
    return (narrative, reading.problems.diagnostics)
  } catch {
    reading.problems.report(error)
    return (nil, reading.problems.diagnostics)
  }
}

/// Reads a free page; its title is the front matter's, else its first heading, else its name.
func readPage(_ bytes: [UInt8], path: String, name: String) -> (page: FreePage?, diagnostics: [Diagnostic]) {
  var reading = SectionReading(path: path)
  do throws(Fault) {
    let loose = try LooseText(bytes, keys: ["title", "标题"], reading: &reading)
    let title = reading.text(loose.section, "title", or: "标题") ?? firstHeading(loose.text)
    let last = name.split(separator: "/").last.map(String.init) ?? name
    let page = FreePage(name: name, path: path, title: title ?? last, text: loose.text, firstLine: loose.firstLine)
    return (page, reading.problems.diagnostics)
  } catch {
    reading.problems.report(error)
    return (nil, reading.problems.diagnostics)
  }
}

/// The text of the first line that begins with one to six `#` and a blank; `nil` if there is none.
private func firstHeading(_ text: [UInt8]) -> String? {
  for line in text.split(separator: 0x0A) {
    let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(hashes), line.dropFirst(hashes).first == 0x20 else { continue }
    let title = trimmed(String(decoding: line.dropFirst(hashes), as: UTF8.self))
    if !title.isEmpty { return title }
  }
  return nil
}
