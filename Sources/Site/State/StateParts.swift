import Complaints
import Findings
import Hypertext
import Templates

/// What each owner, or each department, has in hand, what their cases lack, and what is noted against their files.
struct StateParts {
  let edition: Edition
  let dimension: Dimension
  /// Errors and warnings by key; a department has those of every case that it bears a part of.
  let problems: [String: [Diagnostic]]

  init(_ dimension: Dimension, in edition: Edition) {
    self.edition = edition
    self.dimension = dimension
    var problems: [String: [Diagnostic]] = [:]
    for (number, noted) in edition.caseProblems {
      // A case that no department bears yet stands under the empty key.
      let keys = edition.findings.words(of: number, on: dimension)
      for key in keys.isEmpty ? [""] : keys { problems[key, default: []] += noted }
    }
    self.problems = problems
  }

  func label(_ entry: DimensionFigures) -> String {
    let none: ReportPhrase = dimension == .department ? .noDepartment : .unnamed
    return entry.key.isEmpty ? edition.strings(none) : entry.label
  }

  /// Keys that have a case.
  var entries: [DimensionFigures] { edition.findings.split(by: dimension).filter { !$0.cases.isEmpty } }

  func rows(at path: PagePath) -> [TemplateValue] {
    return entries.map { entry in
      let slug = edition.anchor(of: entry.key, in: dimension)
      let gaps = entry.cases.count(where: edition.lacksAny)
      let noted = problems[entry.key, default: []]
      let errors = noted.count { $0.severity == .error }
      func figure(_ value: Double, _ list: PagePath, _ place: String?) -> TemplateValue {
        let text = edition.numbers.decimal(value, places: abs(value - value.rounded()) < 0.005 ? 0 : 2)
        return .markup(Figure(text, value > 0 ? .list(list, place: place) : .none(.nothing)).markup(at: path))
      }
      let cases = PagePath.cases(under: slug, of: dimension)
      return [
        "label": .text(label(entry)), "received": figure(entry.received, cases, "all"),
        "open": figure(entry.open, cases, "open"), "overdue": figure(entry.overdue, cases, "overdue"),
        "is_overdue": .flag(entry.overdue > 0),
        "gaps": figure(Double(gaps), .gaps(under: slug, of: dimension), "all"),
        "errors": figure(Double(errors), .problems(under: slug, of: dimension), "errors"),
        "warnings": figure(Double(noted.count - errors), .problems(under: slug, of: dimension), "warnings"),
      ]
    }
  }
}

extension Edition {
  /// What is noted against the files of the cases that count, in the order of the files.
  fileprivate var caseProblems: [(number: Int, problems: ArraySlice<Diagnostic>)] {
    let files = NameTable(findings.cases.indices.map { findings.file($0).path })
    var found: [(number: Int, problems: ArraySlice<Diagnostic>)] = []
    // Those of a file stand together.
    var rest = ledger.diagnostics[...]
    while let path = rest.first?.place.path {
      let own = rest.prefix { $0.place.path == path }
      if let number = files.place(of: path) { found.append((number, own)) }
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
    return parts.entries.compactMap { entry in
      guard let noted = parts.problems[entry.key] else { return nil }
      let path = PagePath.problems(under: edition.anchor(of: entry.key, in: dimension), of: dimension)
      let label = parts.label(entry)
      return Page(path) { buffer in
        let heading = edition.strings(
          StatePhrase.problemsOf, ["dimension": edition.name(of: dimension), "label": label])
        let problems = StateProblems(edition: edition, path: path)
        let state = edition.strings(FramePhrase.state)
        let frame = Frame(
          title: heading, heading: heading, section: .state, crumbs: [(state, .ledgerState), (heading, nil)])
        let content: TemplateObject = [
          "errors": .list(problems.rows(of: noted.filter { $0.severity == .error })),
          "warnings": .list(problems.rows(of: noted.filter { $0.severity == .warning })),
        ]
        try edition.render("pages/problems", at: path, frame: frame, content: content, into: &buffer)
      }
    }
  }
}
