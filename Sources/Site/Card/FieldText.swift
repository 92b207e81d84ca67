import Complaints
import Hypertext

/// Shows typed values in the form of their type, masked for the audience, with links where they name a case or a file.
struct FieldText {
  let edition: Edition
  /// The page on which they are shown.
  let path: PagePath
  /// `nil` shows everything.
  let masking: Masking?

  /// Appends a value of a field that is no map and no list of maps.
  func append(_ value: Value, of field: Field, to markup: inout Markup) {
    append(value, type: field.type, field: field, to: &markup)
  }

  private func append(_ value: Value, type: FieldType, field: Field, to markup: inout Markup) {
    switch value {
    case .text(let text): append(text, type: type, field: field, to: &markup)
    case .code(let code): markup.text(word(code, type: type))
    case .list(let items):
      for (index, item) in items.enumerated() {
        if index > 0 { markup.text(edition.strings(CardPhrase.separator)) }
        append(item.value, type: type.element, field: field, to: &markup)
      }
    case .map(let record): append(record, to: &markup)
    case .moment, .count, .quantity, .money, .percent, .yesNo: markup.text(plain(value))
    }
  }

  /// A map in one line: the field that may stand for it alone first, then label and value of the others in brackets.
  private func append(_ record: Record, to markup: inout Markup) {
    let first = record.schema.shorthand.flatMap { index in record.entries.first { $0.field == index } }
    if let first {
      append(first.item.value, type: type(of: first, in: record), field: field(of: first, in: record), to: &markup)
    }
    let others = record.entries.filter { $0.field != first?.field }
    guard !others.isEmpty || !record.unknown.isEmpty else { return }
    if first != nil { markup.text(edition.strings(CardPhrase.bracketOpen)) }
    var isFollowing = false
    for entry in others {
      if isFollowing { markup.text(edition.strings(CardPhrase.comma)) }
      isFollowing = true
      append(label: edition.label(of: field(of: entry, in: record)), to: &markup)
      append(entry.item.value, type: type(of: entry, in: record), field: field(of: entry, in: record), to: &markup)
    }
    for entry in record.unknown {
      if isFollowing { markup.text(edition.strings(CardPhrase.comma)) }
      isFollowing = true
      append(label: entry.key, to: &markup)
      markup.text(running(entry.text))
    }
    if first != nil { markup.text(edition.strings(CardPhrase.bracketClose)) }
  }

  private func field(of entry: Record.Entry, in record: Record) -> Field { record.schema.fields[entry.field] }

  private func type(of entry: Record.Entry, in record: Record) -> FieldType { field(of: entry, in: record).type }

  /// A label before its value, within a line.
  func append(label: String, to markup: inout Markup) {
    markup.element("span", class: "fl", text: label)
    markup.text(" ")
  }

  /// Text that no field describes, as this audience may read it.
  func running(_ text: String) -> String { masking?.text(text) ?? text }

  private func append(_ text: String, type: FieldType, field: Field, to markup: inout Markup) {
    switch type {
    case .caseLink: link(text, to: edition.cards[text], in: &markup)
    case .file: file(text, in: &markup)
    default:
      let shown = masking?.field(text, field) ?? text
      guard shown.utf8.contains(UInt8(ascii: "\n")) else { return markup.text(shown) }
      for (index, line) in shown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { markup.void("br") }
        markup.text(String(line))
      }
    }
  }

  /// A file with its link; one that is missing says so, and one that this audience may not see is not named.
  private func file(_ name: String, in markup: inout Markup) {
    if edition.isHidden(attachment: name) {
      markup.text(edition.strings(CardPhrase.fileWithheld))
      return
    }
    link(running(name), to: edition.attachmentPath(name), in: &markup)
    guard edition.attachmentSize(name) == nil else { return }
    markup.text(" ")
    markup.mark(.worse, edition.strings(CardPhrase.fileMissing))
  }

  private func link(_ text: String, to target: PagePath?, in markup: inout Markup) {
    guard let target else {
      markup.text(text)
      return
    }
    markup.element("a", attributes: { $0.set("href", path.href(to: target)) }, content: { $0.text(text) })
  }

  /// A value that is neither text nor a word of a vocabulary.
  func plain(_ value: Value) -> String {
    let numbers = edition.numbers
    return switch value {
    case .moment(let moment): numbers.moment(moment)
    case .count(let count): numbers.count(count)
    case .quantity(let quantity): numbers.quantity(quantity)
    case .money(let money): numbers.money(money)
    case .percent(let percent): numbers.share(percent)
    case .yesNo(let value): edition.strings(value ? UnitPhrase.yes : .no)
    case .text(let text), .code(let text): text
    case .list, .map: ""
    }
  }

  /// The label of a word; what people wrote in an open vocabulary is masked like any text of theirs.
  private func word(_ code: String, type: FieldType) -> String {
    switch type {
    case .code(let vocabulary), .quantityOr(let vocabulary):
      let label = edition.label(of: code, in: vocabulary)
      return masking != nil && edition.settings.vocabularies[vocabulary].isOpen ? running(label) : label
    case .list(let element), .oneOrMore(let element): return word(code, type: element)
    default: return code
    }
  }
}

extension FieldType {
  /// The type of a list's items; of anything else, itself.
  var element: FieldType {
    switch self {
    case .list(let element), .oneOrMore(let element): element
    default: self
    }
  }

  /// The fields of a map, or of the maps of a list.
  var schema: Schema? {
    switch self {
    case .map(let schema): schema
    case .list(let element), .oneOrMore(let element): element.schema
    default: nil
    }
  }
}

extension Edition {
  /// A field's name in the site's language.
  func label(of field: Field) -> String {
    strings.language == .chinese ? field.label : field.englishLabel
  }

  /// A label without what stands above it.
  func shortLabel(of code: String, in vocabulary: String) -> String {
    settings.vocabularies[vocabulary].label(of: code, strings.language)
  }
}
