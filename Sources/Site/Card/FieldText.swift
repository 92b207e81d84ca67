import Complaints
import Hypertext

/// Shows typed values in the form of their type, masked for the audience, with links where they name a case or a file.
///
/// A class because every part of a card holds it.
final class FieldText {
  let edition: Edition
  let looks: CardLooks
  /// Those of the looks.
  let pieces: LentPieces
  /// The page on which they are shown.
  let path: PagePath
  /// `nil` shows everything.
  let masking: Masking?
  /// What the numbers of words mean.
  let words: WordTable
  /// Whether the edition has a label for each of those numbers.
  private let hasLabels: Bool

  init(edition: Edition, path: PagePath, masking: Masking?, words: WordTable) {
    self.edition = edition
    looks = edition.looks
    pieces = edition.looks.pieces.lent
    self.path = path
    self.masking = masking
    self.words = words
    hasLabels = words === edition.words.table
  }

  /// Appends a value of a field.
  func append(_ value: StoredValue, of look: FieldLook, to markup: inout Markup) {
    switch value {
    case .text(let text): append(text, of: look, to: &markup)
    case .word(let number): append(word: number, of: look, to: &markup)
    case .code(let code): append(code: String(decoding: code, as: UTF8.self), of: look, to: &markup)
    case .list(let items):
      var isFollowing = false
      for item in items {
        if isFollowing { markup.append(looks.separator, of: pieces) }
        isFollowing = true
        append(item, of: look, to: &markup)
      }
    case .map(let map): if let inner = look.inner { append(map, inner, to: &markup) }
    case .moment(let moment): markup.text(moment)
    case .count(let count): markup.text(edition.numbers.count(count))
    case .quantity(let quantity): markup.text(edition.numbers.quantity(quantity))
    case .money(let money): markup.text(edition.numbers.money(money))
    case .percent(let percent): markup.text(edition.numbers.share(percent))
    case .yesNo(let answer): markup.text(edition.strings(answer ? UnitPhrase.yes : .no))
    }
  }

  /// A map in one line: the field that may stand for it alone first, then label and value of the others in brackets.
  private func append(_ map: StoredMap, _ schema: SchemaLook, to markup: inout Markup) {
    let first = schema.shorthand.flatMap { index in map[index].map { (field: index, value: $0) } }
    if let first { append(first.value, of: looks.field(first.field, of: schema), to: &markup) }
    var isFollowing = false
    /// What goes before one of the others.
    func begin(_ markup: inout Markup) {
      if isFollowing {
        markup.append(looks.comma, of: pieces)
      } else if first != nil {
        markup.append(looks.bracketOpen, of: pieces)
      }
      isFollowing = true
    }
    for entry in map where entry.field != first?.field {
      begin(&markup)
      let look = looks.field(entry.field, of: schema)
      markup.append(looks.label(of: look).inline, of: pieces)
      append(entry.value, of: look, to: &markup)
    }
    for entry in map.unknown {
      begin(&markup)
      append(unknown: entry, to: &markup)
    }
    if first != nil, isFollowing { markup.append(looks.bracketClose, of: pieces) }
  }

  /// A key that no field has before its text, within a line.
  func append(
    unknown: (key: UnsafeBufferPointer<UInt8>, text: UnsafeBufferPointer<UInt8>), to markup: inout Markup
  ) {
    markup.element("span", class: "fl") { $0.text(unknown.key) }
    markup.text(" ")
    append(running: unknown.text, to: &markup)
  }

  // MARK: Texts

  /// Text that no field describes, as this audience may read it.
  func running(_ text: String) -> String { masking?.text(text) ?? text }

  /// The same for text among the bytes of a case.
  func append(running text: UnsafeBufferPointer<UInt8>, to markup: inout Markup) {
    if let masking, masking.mayHide(text) {
      markup.text(masking.text(String(decoding: text, as: UTF8.self)))
    } else {
      markup.text(text)
    }
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>, of look: FieldLook, to markup: inout Markup) {
    switch look.kind {
    case .caseLink:
      let id = String(decoding: text, as: UTF8.self)
      link(id, to: edition.cards[id], in: &markup)
    case .file: file(String(decoding: text, as: UTF8.self), in: &markup)
    case .text:
      if let masked = masking?.masked(text, of: look) {
        masked.withBytes { append(lines: $0, to: &markup) }
      } else {
        append(lines: text, to: &markup)
      }
    }
  }

  private func append(lines text: UnsafeBufferPointer<UInt8>, to markup: inout Markup) {
    var rest = text
    while let end = rest.place(of: UInt8(ascii: "\n")) {
      markup.text(UnsafeBufferPointer(rebasing: rest[..<end]))
      markup.void("br")
      rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...])
    }
    markup.text(rest)
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

  // MARK: Words

  private func append(word number: Int, of look: FieldLook, to markup: inout Markup) {
    guard hasLabels else { return append(code: words.codes[number], of: look, to: &markup) }
    let word = looks.word(number)
    // What people wrote in an open vocabulary is masked like any text of theirs.
    guard let masking, word.isOpen, !word.isPlain || pieces.withBytes(of: word.label, masking.mayHide) else {
      return markup.append(word.label, of: pieces)
    }
    markup.text(masking.text(edition.words.all[number].label))
  }

  private func append(code: String, of look: FieldLook, to markup: inout Markup) {
    markup.text(label(of: code, look))
  }

  private func label(of code: String, _ look: FieldLook) -> String {
    guard let vocabulary = looks.vocabulary(of: look) else { return code }
    let label = edition.label(of: code, in: vocabulary)
    return masking != nil && edition.settings.vocabularies[vocabulary].isOpen ? running(label) : label
  }

  /// A word as text.
  func word(_ value: StoredValue, of look: FieldLook) -> String { value.text(words).map { label(of: $0, look) } ?? "" }
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
