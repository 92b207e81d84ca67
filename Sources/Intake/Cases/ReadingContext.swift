import Complaints

/// What values are read against: the site's words, clock and money, and which files and processes there are.
///
/// A class since it goes with every file, and a copy would count a reference to each part of the site.
final class ReadingContext: Sendable {
  let settings: Settings
  let attachments: AttachmentIndex
  /// Ids of the processes; `nil` where they are not asked about.
  let processes: [String]?
  let words: FieldWords

  init(settings: Settings, attachments: AttachmentIndex = AttachmentIndex(), processes: [String]? = nil) {
    self.settings = settings
    self.attachments = attachments
    self.processes = processes
    words = FieldWords(settings.vocabularies)
  }
}

/// The words of all vocabularies, found by their bytes.
struct FieldWords: Sendable {
  /// The codes of all vocabularies, one after the other.
  let table: WordTable
  private let names: NameTable
  /// In the order of the names.
  private let lists: [WordList]

  /// The words of one vocabulary.
  private struct WordList: Sendable {
    let words: WordIndex
    /// Where its codes begin in the table.
    let start: Int
  }

  init(_ vocabularies: Vocabularies) {
    let names = vocabularies.names
    // The table has the codes of the vocabularies in the order of their names.
    var lists: [WordList] = []
    var start = 0
    for name in names {
      lists.append(WordList(words: vocabularies[name].index, start: start))
      start += vocabularies[name].terms.count
    }
    self.names = NameTable(names)
    self.lists = lists
    table = WordTable(vocabularies)
  }

  /// The number in the table of the word that a text means; `nil` if the vocabulary does not know it.
  func number(of text: UnsafeBufferPointer<UInt8>, in vocabulary: String) -> Int? {
    guard let place = names.place(of: vocabulary) else { return nil }
    let list = lists[place]
    return list.words.term(for: text).map { list.start + $0 }
  }
}

/// The problems found in one file, in the weight that the site gives them.
struct ProblemList {
  let path: String
  private let rules: [String: Severity?]
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter rules: Severity by code, as `Settings` has them.
  init(path: String, rules: [String: Severity?] = [:]) {
    self.path = path
    self.rules = rules
  }

  /// Errors stay errors; the site may set the weight of warnings or turn them off.
  mutating func report(_ problem: Problem, at mark: Mark) {
    var severity: Severity? = problem.defaultSeverity
    if severity == .warning, let setting = rules[problem.code] { severity = setting }
    if let severity { diagnostics.append(Diagnostic(problem, at: mark.place(in: path), severity: severity)) }
  }

  mutating func report(_ fault: Fault) { report(fault.problem, at: fault.mark) }

  var hasError: Bool { diagnostics.contains { $0.severity == .error } }
}
