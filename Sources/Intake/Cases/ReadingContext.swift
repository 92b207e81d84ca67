import Complaints

/// What values are read against: the site's words, clock and money, and which files and processes there are.
struct ReadingContext: Sendable {
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

  /// A class, since a vocabulary is looked at for every word of every case, and a copy would count its references.
  private final class WordList: Sendable {
    let vocabulary: Vocabulary
    /// Where its codes begin in the table.
    let start: Int

    init(_ vocabulary: Vocabulary, start: Int) {
      self.vocabulary = vocabulary
      self.start = start
    }
  }

  init(_ vocabularies: Vocabularies) {
    let names = vocabularies.names
    // The table has the codes of the vocabularies in the order of their names.
    var lists: [WordList] = []
    var start = 0
    for name in names {
      lists.append(WordList(vocabularies[name], start: start))
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
    return list.vocabulary.term(for: text).map { list.start + $0 }
  }
}

/// The problems found in one file, in the weight that the site gives them.
struct ProblemList {
  let path: String
  let settings: Settings?
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, settings: Settings?) {
    self.path = path
    self.settings = settings
  }

  /// Errors stay errors; the site may set the weight of warnings or turn them off.
  mutating func report(_ problem: Problem, at mark: Mark) {
    var severity: Severity? = problem.defaultSeverity
    if let settings, severity == .warning { severity = settings.severity(of: problem) }
    if let severity { diagnostics.append(Diagnostic(problem, at: mark.place(in: path), severity: severity)) }
  }

  mutating func report(_ fault: Fault) { report(fault.problem, at: fault.mark) }

  var hasError: Bool { diagnostics.contains { $0.severity == .error } }
}
