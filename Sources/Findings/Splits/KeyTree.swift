import Complaints

/// The keys of a dimension in order: those of its vocabulary as listed, then what occurs besides, then "".
struct KeyTree {
  private(set) var keys: [String] = []
  private(set) var places: [String: Int] = [:]
  private let listed: Int
  private let splitsPaths: Bool

  /// - Parameters:
  ///   - codes: The words of the vocabulary, which all stand in the tree; none for free text.
  ///   - splitsPaths: Whether a slash in a word that no vocabulary lists still means a child.
  init(_ codes: [String], splitsPaths: Bool, words: [String]) {
    self.splitsPaths = splitsPaths
    for code in codes where places[code] == nil {
      places[code] = keys.count
      keys.append(code)
    }
    listed = keys.count
    var others: Set<String> = []
    var hasEmpty = false
    for word in words where places[word] == nil {
      if word.isEmpty { hasEmpty = true } else { others.insert(word) }
    }
    if splitsPaths { for word in others { others.formUnion(Self.above(word).filter { places[$0] == nil }) } }
    // Compared part by part, so that a parent is followed by its children.
    let sorted =
      splitsPaths ? others.sorted { Self.parts($0).lexicographicallyPrecedes(Self.parts($1)) } : others.sorted()
    for key in sorted + (hasEmpty ? [""] : []) {
      places[key] = keys.count
      keys.append(key)
    }
  }

  /// The key above: that of the path without its last part, where paths are split or the vocabulary lists both.
  func parent(of key: String) -> String? {
    guard let slash = key.lastIndex(of: "/"), slash > key.startIndex else { return nil }
    let above = String(key[..<slash])
    guard let place = places[above] else { return nil }
    return splitsPaths || place < listed && isListed(key) ? above : nil
  }

  func isListed(_ key: String) -> Bool { places[key].map { $0 < listed } ?? false }

  private static func parts(_ key: String) -> [Substring] {
    key.split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func above(_ key: String) -> [String] {
    key.indices.filter { key[$0] == "/" && $0 > key.startIndex }.map { String(key[..<$0]) }
  }
}

/// How the keys of a dimension are shown, in the site's language.
struct KeyLabels {
  private var labels: [String: String] = [:]

  init(_ vocabulary: Vocabulary?, _ language: Language) {
    for term in vocabulary?.terms ?? [] { labels[term.code] = term.label(language) }
  }

  /// A part number is shown by the name of the first case that gives one.
  mutating func learnProducts(_ facts: CaseFacts) {
    var isKnown = [Bool](repeating: false, count: facts.words.count)
    for number in facts.cases.indices {
      for product in facts.products[number] where product.nameOfPart != WordList.none && !isKnown[Int(product.key)] {
        isKnown[Int(product.key)] = true
        let key = facts.words[product.key]
        if labels[key] == nil { labels[key] = label(of: facts.words[product.nameOfPart]) }
      }
    }
  }

  /// A word without a label is shown as it stands.
  func label(of key: String) -> String { labels[key] ?? key }
}
