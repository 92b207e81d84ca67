package import Complaints
import Hypertext
package import Templates

/// Every word that pages say in one language, by key.
///
/// A class because everything that writes a part of a page holds it.
package final class Strings: Sendable {
  package let language: Language
  private let keys: NameTable
  /// In the order of `keys`.
  private let texts: [String]
  /// The parts of those that have places to fill; none for all others.
  private let patterns: [[Part]]
  /// All texts as `t.frame.skip` for the templates.
  package let templateObject: TemplateObject

  /// A part of a text.
  private enum Part: Sendable {
    case text(String)
    /// `{name}`.
    case place(name: String)
    /// `{name:one|other}`.
    case word(NumberedWord)
  }

  /// - Parameter texts: By dotted key; complete, which `missingPhrases` shows.
  package init(language: Language, texts: [(key: String, text: String)]) {
    self.language = language
    keys = NameTable(texts.map(\.key))
    self.texts = texts.map(\.text)
    patterns = texts.map { Self.parts(of: $0.text) }
    templateObject = Self.tree(texts.map { (parts: $0.key.split(separator: ".").map(String.init)[...], text: $0.text) })
  }

  /// The text of a phrase with `{name}` replaced by the value of that name.
  package func callAsFunction(_ phrase: some Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    guard let place = keys.place(of: phrase.rawValue) else {
      preconditionFailure("phrases are checked when strings are read")
    }
    return values.isEmpty || patterns[place].isEmpty ? texts[place] : Self.fill(patterns[place], values)
  }

  /// The text of a key that is made from data, such as the name of a rule; `nil` if there is none.
  package func text(_ key: String) -> String? { keys.place(of: key).map { texts[$0] } }

  /// The keys of all phrases that this language lacks, in the order of the program.
  package static func missingPhrases(in keys: Set<String>) -> [String] {
    Phrases.allKeys.filter { !keys.contains($0) }
  }

  /// By bytes, where the two braces cannot be part of another character.
  private static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    guard text.utf8.contains(UInt8(ascii: "{")) else { return parts }
    var rest = text.utf8[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")),
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
    {
      if open > rest.startIndex { parts.append(.text(String(Substring(rest[..<open])))) }
      let place = String(Substring(rest[rest.index(after: open)..<close]))
      parts.append(NumberedWord(place).map { .word($0) } ?? .place(name: place))
      rest = rest[rest.index(after: close)...]
    }
    if !parts.isEmpty, !rest.isEmpty { parts.append(.text(String(Substring(rest)))) }
    return parts
  }

  /// What has no value stays as it is written.
  private static func fill(_ parts: [Part], _ values: KeyValuePairs<String, String>) -> String {
    func value(of name: String) -> String? {
      for index in values.indices where values[index].key == name { return values[index].value }
      return nil
    }
    func text(of part: Part) -> String {
      switch part {
      case .text(let text): text
      case .place(let name): value(of: name) ?? "{\(name)}"
      case .word(let word): word(value(of: word.number))
      }
    }
    var count = 0
    for part in parts { count += text(of: part).utf8.count }
    // In one piece: a string that grows step by step moves with each of them.
    return String(unsafeUninitializedCapacity: count) { room in
      var end = 0
      for part in parts { text(of: part).withBytes { end = room[end...].update(fromContentsOf: $0) } }
      return end
    }
  }

  private static func tree(_ texts: [(parts: ArraySlice<String>, text: String)]) -> TemplateObject {
    var object = TemplateObject()
    var seen: Set<String> = []
    for entry in texts {
      guard let head = entry.parts.first, seen.insert(head).inserted else { continue }
      let below = texts.filter { $0.parts.first == head }
      if entry.parts.count == 1 {
        object.append(TemplateKey(head), .text(entry.text))
      } else {
        object.append(TemplateKey(head), .object(tree(below.map { ($0.parts.dropFirst(), $0.text) })))
      }
    }
    return object
  }
}
