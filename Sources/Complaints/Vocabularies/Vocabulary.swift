/// A word of a vocabulary: its code, how people see it, and what else they may write for it.
package struct Term: Hashable, Sendable {
  /// The whole path, `quality/electrical`.
  package let code: String
  /// Labels by language, `zh-Hans` and `en`; a missing one falls back on the other, then on the code.
  package let chinese: String?
  package let english: String?
  package let aliases: [String]

  package init(_ code: String, _ chinese: String?, english: String? = nil, aliases: [String] = []) {
    self.code = code
    self.chinese = chinese
    self.english = english
    self.aliases = aliases
  }

  /// The code above it: `quality` of `quality/electrical`; `nil` at the top.
  package var parent: String? {
    code.lastIndex(of: "/").map { String(code[..<$0]) }
  }

  package var lastPart: String {
    code.lastIndex(of: "/").map { String(code[code.index(after: $0)...]) } ?? code
  }

  /// What it is called beside its parent: by code, by label in each language, else.
  fileprivate var ownNames: [String] { [lastPart] + [chinese, english].compactMap { $0 } + aliases }

  package func label(_ language: Language) -> String {
    switch language {
    case .chinese: chinese ?? english ?? lastPart
    case .english: english ?? chinese ?? lastPart
    }
  }
}

/// The languages that the site and its vocabularies speak.
package enum Language: String, CaseIterable, Sendable {
  case chinese = "zh-Hans"
  case english = "en"
}

/// The texts that mean the terms of a vocabulary.
///
/// A class, since it is looked into for every word of every case, and a copy would count its references.
package final class WordIndex: Sendable {
  private let texts: NameTable
  private let terms: [Int32]

  /// - Parameter texts: Each with the place of its term; of equal ones the first is found.
  fileprivate init(_ texts: [(text: String, term: Int)]) {
    self.texts = NameTable(texts.map(\.text))
    terms = texts.map { Int32($0.term) }
  }

  package func term(for text: String) -> Int? { texts.place(of: text).map { Int(terms[$0]) } }

  /// The place of the term that a text of these bytes means, in NFC.
  package func term(for text: UnsafeBufferPointer<UInt8>) -> Int? { texts.place(of: text).map { Int(terms[$0]) } }
}

/// The words that a field may hold. An open one takes any text as it is.
package struct Vocabulary: Sendable {
  package let name: String
  /// In the order in which they are listed, parents before their children.
  package let terms: [Term]
  package let isOpen: Bool
  /// Every text that means a term, and which.
  package let index: WordIndex

  /// - Parameter isOpen: Whether words that are not listed are taken as they stand.
  package init(name: String, terms: [Term], isOpen: Bool = false) {
    self.name = name
    self.terms = terms
    self.isOpen = isOpen
    index = WordIndex(Self.index(terms))
  }

  /// The code that a text means: a code, a label, an alias, a path of these, or a lone child where it is unique.
  package func code(for text: String) -> String? { index.term(for: text).map { terms[$0].code } }

  /// The place of the term that a text of these bytes means, in NFC.
  package func term(for text: UnsafeBufferPointer<UInt8>) -> Int? { index.term(for: text) }

  /// Every text that would be understood, for suggestions, in the order of the terms.
  package var names: [String] {
    terms.flatMap { [$0.code, $0.chinese, $0.english].compactMap { $0 } + $0.aliases }
  }

  /// How a code is shown; a word of an open vocabulary is shown as it stands.
  package func label(of code: String, _ language: Language) -> String {
    terms.first { $0.code == code }?.label(language) ?? code
  }

  /// Exact codes first, then what a single term is called; a name that two terms share is understood for neither.
  private static func index(_ terms: [Term]) -> [(text: String, term: Int)] {
    var names: [String: Set<String>] = [:]
    for term in terms {
      for name in [term.chinese, term.english, term.lastPart].compactMap({ $0 }) + term.aliases {
        names[name, default: []].insert(term.code)
      }
      for path in paths(of: term, in: terms) { names[path, default: []].insert(term.code) }
    }
    var places: [String: Int] = [:]
    for (place, term) in terms.enumerated() where places[term.code] == nil { places[term.code] = place }
    // Of equal texts the first is found, and codes are.
    let codes = places.map { (text: $0.key, term: $0.value) }
    let others = names.filter { $0.value.count == 1 }.compactMap { name, found in
      found.first.flatMap { places[$0] }.map { (text: name, term: $0) }
    }
    return codes + others
  }

  /// The whole path in every way of writing each of its parts: 产品质量/电性能, 质量/electrical.
  private static func paths(of term: Term, in terms: [Term]) -> [String] {
    guard let parent = term.parent else { return [] }
    var heads = [parent]
    if let above = terms.first(where: { $0.code == parent }) {
      heads = above.parent == nil ? above.ownNames : paths(of: above, in: terms)
    }
    // Far down there are too many ways; the first are those of the codes and labels.
    return heads.prefix(100).flatMap { head in term.ownNames.map { "\(head)/\($0)" } }
  }
}
