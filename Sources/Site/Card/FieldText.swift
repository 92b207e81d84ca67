import Complaints
import Hypertext
import Templates

/// Shows typed values in the form of their type, masked for the audience, with links where they name a case or a file.
struct FieldText {
  let edition: Edition
  /// The page on which they are shown.
  let path: PagePath
  /// `nil` shows everything.
  let masking: Masking?

  /// A value as a page shows it, and how many bytes it takes there; most are one text, which needs no markup of its own.
  func shown(_ value: Value, of field: Field) -> (value: TemplateValue, length: Int) {
    if let text = lone(value, of: field) { return (.text(text), Escape.htmlLength(text)) }
    let markup = markup(value, of: field)
    return (.markup(markup), markup.bytes.count)
  }

  /// A value that is one text on one line, without a link; `nil` for any other.
  private func lone(_ value: Value, of field: Field) -> String? {
    switch (value, field.type) {
    case (.list, _), (.map, _), (.text, .caseLink), (.text, .file): return nil
    case (.text(let text), _):
      let shown = masking?.field(text, field) ?? text
      return shown.utf8.contains(UInt8(ascii: "\n")) ? nil : shown
    case (.code(let code), let type): return label(code, type: type)
    default: return plain(value)
    }
  }

  /// A value of a field that is no map and no list of maps.
  func markup(_ value: Value, of field: Field) -> Markup {
    var markup = Markup()
    append(value, type: field.type, field: field, to: &markup)
    return markup
  }

  private func append(_ value: Value, type: FieldType, field: Field, to markup: inout Markup) {
    switch value {
    case .text(let text): append(text, type: type, field: field, to: &markup)
    case .code(let code): markup.text(label(code, type: type))
    case .list(let items):
      for (index, item) in items.enumerated() {
        if index > 0 { markup.text(edition.strings(CardPhrase.separator)) }
        append(item.value, type: type.element, field: field, to: &markup)
      }
    case .map(let record): append(record, to: &markup)
    case .moment, .count, .quantity, .money, .percent, .yesNo: markup.text(plain(value))
    }
  }

  /// A map in one line: its shorthand field alone, or label and value pairs.
  private func append(_ record: Record, to markup: inout Markup) {
    for (index, entry) in record.entries.enumerated() {
      let field = record.schema.fields[entry.field]
      if index > 0 { markup.text(edition.strings(CardPhrase.separator)) }
      if entry.field != record.schema.shorthand { markup.text(edition.label(of: field) + " ") }
      append(entry.item.value, type: field.type, field: field, to: &markup)
    }
  }

  private func append(_ text: String, type: FieldType, field: Field, to markup: inout Markup) {
    switch type {
    case .caseLink: link(text, to: edition.cards[text], in: &markup)
    case .file: link(text, to: edition.attachmentPath(text), in: &markup)
    default:
      let shown = masking?.field(text, field) ?? text
      guard shown.utf8.contains(UInt8(ascii: "\n")) else { return markup.text(shown) }
      for (index, line) in shown.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { markup.void("br") }
        markup.text(String(line))
      }
    }
  }

  private func link(_ text: String, to target: PagePath?, in markup: inout Markup) {
    guard let target else {
      markup.text(text)
      return
    }
    markup.element("a", [Attribute("href", path.href(to: target))], text: text)
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

  private func label(_ code: String, type: FieldType) -> String {
    switch type {
    case .code(let vocabulary), .quantityOr(let vocabulary): edition.label(of: code, in: vocabulary)
    case .list(let element), .oneOrMore(let element): label(code, type: element)
    default: code
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
