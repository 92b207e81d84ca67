package import Complaints
import Hypertext
package import Templates

/// Every word that pages say in one language, by key.
package struct Strings: Sendable {
  package let language: Language
  private let keys: NameTable
  /// In the order of `keys`.
  private let texts: [String]
  /// All texts as `t.frame.skip` for the templates.
  package let templateObject: TemplateObject

  /// - Parameter texts: By dotted key; complete, which `missingPhrases` shows.
  package init(language: Language, texts: [(key: String, text: String)]) {
    self.language = language
    keys = NameTable(texts.map(\.key))
    self.texts = texts.map(\.text)
    templateObject = Self.tree(texts.map { (parts: $0.key.split(separator: ".").map(String.init)[...], text: $0.text) })
  }

  /// The text of a phrase with `{name}` replaced by the value of that name.
  package func callAsFunction(_ phrase: some Phrase, _ values: KeyValuePairs<String, String> = [:]) -> String {
    guard let text = text(phrase.rawValue) else { preconditionFailure("phrases are checked when strings are read") }
    return Self.fill(text, values)
  }

  /// The text of a key that is made from data, such as the name of a rule; `nil` if there is none.
  package func text(_ key: String) -> String? { keys.place(of: key).map { texts[$0] } }

  /// The keys of all phrases that this language lacks, in the order of the program.
  package static func missingPhrases(in keys: Set<String>) -> [String] {
    Phrases.allKeys.filter { !keys.contains($0) }
  }

  private static func fill(_ text: String, _ values: KeyValuePairs<String, String>) -> String {
    guard !values.isEmpty else { return text }
    var filled: [UInt8] = []
    filled.reserveCapacity(values.reduce(text.utf8.count) { $0 + $1.value.utf8.count })
    text.withBytes { text in
      // By bytes, where the two braces cannot be part of another character.
      var start = 0
      while let open = text[start...].firstIndex(of: UInt8(ascii: "{")),
        let close = text[open...].firstIndex(of: UInt8(ascii: "}"))
      {
        filled.append(contentsOf: text[start..<open])
        if let value = values.first(where: { $0.key.utf8.elementsEqual(text[(open + 1)..<close]) })?.value {
          value.withBytes { filled.append(contentsOf: $0) }
        } else {
          filled.append(contentsOf: text[open...close])
        }
        start = close + 1
      }
      filled.append(contentsOf: text[start...])
    }
    return String(decoding: filled, as: UTF8.self)
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
