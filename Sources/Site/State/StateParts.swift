import Complaints
import Findings
import Hypertext
import Templates

/// What each owner, or each department, has in hand, what their cases lack, and what is noted against their files.
struct StateParts {
  let edition: Edition
  let dimension: Dimension
  /// Errors and warnings by key; a department has those of every case that it bears a part of. Files that an error or a
  /// rule keeps out of every figure are among them; those that say of nobody that they are theirs stand under "".
  let problems: [String: [Diagnostic]]

  init(_ dimension: Dimension, in edition: Edition) {
    self.edition = edition
    self.dimension = dimension
    var problems: [String: [Diagnostic]] = [:]
    for (number, noted) in edition.notedCounted {
      for key in Self.keys(edition.findings.words(of: number, on: dimension)) { problems[key, default: []] += noted }
    }
    let others = edition.ledger.damaged + edition.findings.excluded.map { edition.ledger.cases[$0.place] }
    for (place, noted) in edition.noted(against: others.map(\.path)) {
      let complaint = others[place].complaint
      let bearers = Complaints.departments(of: complaint, asOf: edition.asOf).map(\.department)
      for key in Self.keys(dimension == .owner ? [complaint.owner ?? ""] : bearers) {
        problems[key, default: []] += noted
      }
    }
    let strays = edition.ledger.strays
    for (place, noted) in edition.noted(against: strays.map(\.path)) {
      let names = dimension == .owner ? [strays[place].owner ?? ""] : strays[place].departments
      for key in Self.keys(names) { problems[key, default: []] += noted }
    }
    // A file of which nothing could be read says of nobody that it is theirs.
    let readable = Set(edition.ledger.damaged.map(\.path) + strays.map(\.path))
    for (_, noted) in edition.noted(against: edition.ledger.rejected.filter { !readable.contains($0) }) {
      problems["", default: []] += noted
    }
    self.problems = problems
  }

  /// The words of a case on the dimension; one that no department bears yet stands under the empty key.
  private static func keys(_ words: [String]) -> [String] {
    words.isEmpty ? [""] : words.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// An owner or a department.
  struct Entry {
    let key: String
    /// `nil` where no case that counts is theirs, but a file with a problem.
    let figures: DimensionFigures?
  }

  func label(of key: String) -> String {
    let none: ReportPhrase = dimension == .department ? .noDepartment : .unnamed
    return key.isEmpty ? edition.strings(none) : edition.findings.label(of: key, in: dimension)
  }

  /// Keys that have a case, and after them those that only have a problem, by key.
  var entries: [Entry] {
    let counted = edition.findings.split(by: dimension).filter { !$0.cases.isEmpty }
    let others = Set(problems.keys).subtracting(counted.map(\.key)).sorted()
    return counted.map { Entry(key: $0.key, figures: $0) } + others.map { Entry(key: $0, figures: nil) }
  }

  func rows(at path: PagePath) -> [TemplateValue] {
    entries.map { entry in
      let slug = edition.anchor(of: entry.key, in: dimension)
      let figures = entry.figures
      let gaps = figures.map { edition.lacking($0.cases).count } ?? 0
      let noted = problems[entry.key, default: []]
      let errors = noted.count { $0.severity == .error }
      func figure(_ value: Double, _ list: PagePath, _ place: String?) -> TemplateValue {
        let text = edition.numbers.decimal(value, places: abs(value - value.rounded()) < 0.005 ? 0 : 2)
        return .markup(Figure(text, value > 0 ? .list(list, place: place) : .none(.nothing)).markup(at: path))
      }
      let cases = PagePath.cases(under: slug, of: dimension)
      return [
        "label": .text(label(of: entry.key)), "received": figure(figures?.received ?? 0, cases, "all"),
        "open": figure(figures?.open ?? 0, cases, "open"), "overdue": figure(figures?.overdue ?? 0, cases, "overdue"),
        "is_overdue": .flag((figures?.overdue ?? 0) > 0),
        "gaps": figure(Double(gaps), .gaps(under: slug, of: dimension), "all"),
        "errors": figure(Double(errors), .problems(under: slug, of: dimension), "errors"),
        "warnings": figure(Double(noted.count - errors), .problems(under: slug, of: dimension), "warnings"),
      ]
    }
  }
}

extension Edition {
  /// What is noted against the cases that count, by their numbers, in the order of the ledger's files.
  fileprivate var notedCounted: [(number: Int, problems: ArraySlice<Diagnostic>)] {
    var isNoted = [Bool](repeating: false, count: ledger.cases.count)
    for place in notedCases.values { isNoted[place] = true }
    let counted = findings.cases.indices.filter { isNoted[findings.cases[$0].place] }
    let noted = noted(against: counted.map { findings.file($0).path })
    return noted.map { (counted[$0.place], $0.problems) }
  }

  /// What is noted against some files, in the order of the ledger's files.
  fileprivate func noted(against paths: [String]) -> [(place: Int, problems: ArraySlice<Diagnostic>)] {
    let files = NameTable(paths)
    var found: [(place: Int, problems: ArraySlice<Diagnostic>)] = []
    // Those of a file stand together.
    var rest = ledger.diagnostics[...]
    while let path = rest.first?.place.path {
      let own = rest.prefix { $0.place.path == path }
      if let place = files.place(of: path) { found.append((place, own)) }
      rest = rest[own.endIndex...]
    }
    return found
  }
}

extension PagePath {
  /// What is noted against the cases under a key of a dimension.
  static func problems(under slug: String, of dimension: Dimension) -> PagePath {
    PagePath("lists/\(dimension.rawValue)-problems/\(slug).html")
  }
}

/// A page for each owner and each department with all that is noted against their files, by file and line.
func problemPages(of edition: Edition) -> [Page] {
  guard edition.audience != .public else { return [] }
  return StandingLists.dimensions.flatMap { dimension -> [Page] in
    let parts = StateParts(dimension, in: edition)
    return parts.problems.sorted { $0.key < $1.key }.map { key, noted in
      let path = PagePath.problems(under: edition.anchor(of: key, in: dimension), of: dimension)
      let label = parts.label(of: key)
      let problems = StateProblems(edition: edition, path: path)
      let inputs = edition.reading { $0.texts([label] + problems.texts(of: noted)) }
      let page = Page(path) { buffer in
        let heading = edition.strings(
          StatePhrase.problemsOf, ["dimension": edition.name(of: dimension), "label": label])
        let state = edition.strings(FramePhrase.state)
        let frame = Frame(
          title: heading, heading: heading, section: .state, crumbs: [(state, .ledgerState), (heading, nil)])
        let content: TemplateObject = [
          "errors": .list(problems.rows(of: noted.filter { $0.severity == .error })),
          "warnings": .list(problems.rows(of: noted.filter { $0.severity == .warning })),
        ]
        try edition.render(.problems, at: path, frame: frame, content: content, into: &buffer)
      }
      return page.reading(inputs)
    }
  }
}
