import Complaints

/// The label of every word of every vocabulary in the site's language, a path as «产品质量 / 电性能»; made once, since each card shows dozens.
struct WordLabels: Sendable {
  private let vocabularies: NameTable
  /// In the order of `vocabularies`.
  private let labels: [(codes: NameTable, texts: [String])]
  /// The words that the records of the ledger name by number; `nil` where they name none.
  let table: WordTable?
  /// In the order of `table`.
  let all: [Word]

  struct Word: Sendable {
    let label: String
    /// Whether people may add words to its vocabulary as they write.
    let isOpen: Bool
  }

  /// - Parameter table: Is only used if it is that of these vocabularies.
  init(_ vocabularies: Vocabularies, _ language: Language, table: WordTable?) {
    let names = vocabularies.names
    self.vocabularies = NameTable(names)
    labels = names.map { name in
      let terms = vocabularies[name].terms
      let codes = NameTable(terms.map(\.code))
      return (codes, terms.map { Self.path(of: $0, codes, terms, language) })
    }
    self.table = table.flatMap { $0.codes == WordTable(vocabularies).codes ? $0 : nil }
    all = zip(names, labels).flatMap { name, labels in
      labels.texts.map { Word(label: $0, isOpen: vocabularies[name].isOpen) }
    }
  }

  /// A word's label; a word that is not listed is its own.
  func label(of code: String, in vocabulary: String) -> String {
    guard let place = vocabularies.place(of: vocabulary) else { return code }
    return labels[place].codes.place(of: code).map { labels[place].texts[$0] } ?? code
  }

  private static func path(of term: Term, _ codes: NameTable, _ terms: [Term], _ language: Language) -> String {
    guard let parent = term.parent else { return term.label(language) }
    let above = codes.place(of: parent).map { path(of: terms[$0], codes, terms, language) } ?? parent
    return above + " / " + term.label(language)
  }
}
