import Complaints
import Findings
import Templates

/// All diagnostics of the ledger, by kind and by file, and how many each owner has to look at.
struct StateProblems {
  let edition: Edition
  let path: PagePath
  private let paths: ContentPaths

  init(edition: Edition, path: PagePath) {
    self.edition = edition
    self.path = path
    paths = edition.contentPaths
  }

  /// Errors first, then the most frequent, then by code.
  private var kindsInOrder: [(code: String, diagnostics: [Diagnostic])] {
    Self.groups(edition.ledger.diagnostics, by: \.code).map { ($0.key, $0.members) }.sorted { one, other in
      let errors = (one.1.contains { $0.severity == .error }, other.1.contains { $0.severity == .error })
      return errors.0 == errors.1 ? (other.1.count, one.0) < (one.1.count, other.0) : errors.0
    }
  }

  /// The kinds of problem with every place of each.
  var kinds: [TemplateValue] {
    kindsInOrder.map { kind in
      let isError = kind.diagnostics.contains { $0.severity == .error }
      return [
        "code": .text(kind.code), "anchor": .text(anchor(of: kind.code)), "title": .text(title(of: kind)),
        "error": .flag(isError), "severity": .text(edition.strings(isError ? StatePhrase.error : .warning)),
        "count": .markup(
          Figure(edition.numbers.count(kind.diagnostics.count), .list(path, place: anchor(of: kind.code)))
            .markup(at: path)),
        "places": .list(kind.diagnostics.map(place)),
      ]
    }
  }

  /// The files with a problem, in order of path.
  var files: [TemplateValue] {
    let titles = Dictionary(uniqueKeysWithValues: kindsInOrder.map { ($0.code, (anchor(of: $0.code), known($0.code))) })
    return Self.groups(edition.ledger.diagnostics, by: \.place.path).map { file in
      let codes = Self.groups(file.members, by: \.code)
      return [
        "path": .text(paths.shown(file.key)), "href": .text(ifAny: link(to: file.key)),
        "codes": .list(
          codes.map {
            [
              "anchor": .text(titles[$0.key]?.0 ?? anchor(of: $0.key)),
              "title": .text(titles[$0.key]?.1 ?? title(of: ($0.key, $0.members))),
              "lines": .text(lines($0.members)), "error": .flag($0.members.contains { $0.severity == .error }),
            ]
          }),
      ]
    }
  }

  /// «第 4、9 行».
  private func lines(_ diagnostics: [Diagnostic]) -> String {
    var lines: [String] = []
    for diagnostic in diagnostics where lines.last != String(diagnostic.place.line) {
      lines.append(String(diagnostic.place.line))
    }
    return edition.strings(
      StatePhrase.atLines, ["lines": lines.joined(separator: edition.strings(StatePhrase.separator))])
  }

  /// The case files that could not be published, each with its errors.
  var rejected: [TemplateValue] {
    let errors = Dictionary(grouping: edition.ledger.diagnostics.filter { $0.severity == .error }, by: \.place.path)
    return edition.ledger.rejected.map { file in
      [
        "path": .text(paths.shown(file)), "edit": .text(ifAny: edition.editLink(of: file)),
        "errors": .list(errors[file, default: []].map(place)),
      ]
    }
  }

  /// All that is shown of some diagnostics.
  func texts(of diagnostics: [Diagnostic]) -> [String] {
    diagnostics.flatMap {
      [$0.description, link(to: $0.place.path) ?? ""]
    }
  }

  /// Some diagnostics with their places, as a table of them is printed.
  func rows(of diagnostics: [Diagnostic]) -> [TemplateValue] { diagnostics.map(place) }

  private func place(_ diagnostic: Diagnostic) -> TemplateValue {
    let message = diagnostic.problem.naming(paths.shown).message
    return [
      "path": .text(paths.shown(diagnostic.place.path)), "line": .text(edition.numbers.count(diagnostic.place.line)),
      "href": .text(ifAny: link(to: diagnostic.place.path)),
      "message": .text(edition.audience == .team ? message : Masking().text(message)),
      "error": .flag(diagnostic.severity == .error),
    ]
  }

  /// The Chinese or English title of a kind; of one that no language names yet, the first message.
  private func title(of kind: (code: String, diagnostics: [Diagnostic])) -> String {
    known(kind.code) ?? kind.diagnostics.first?.problem.naming(paths.shown).message ?? kind.code
  }

  /// What the site's language calls a kind.
  private func known(_ code: String) -> String? { edition.strings.text("problem." + key(of: code)) }

  private func key(of code: String) -> String { code.split(separator: ".").joined(separator: "_") }
  private func anchor(of code: String) -> String { code.split(separator: ".").joined(separator: "-") }

  /// The card of the file's case, or for those who keep the ledger the address where the file is edited.
  private func link(to file: String) -> String? {
    let id = edition.notedCases[file].map { edition.ledger.cases[$0].complaint.id }
    return id.flatMap { edition.cards[$0] }.map { path.href(to: $0) } ?? edition.editLink(of: file)
  }

  /// Members by key, keys in the order in which they come first.
  private static func groups(
    _ diagnostics: [Diagnostic], by key: (Diagnostic) -> String
  ) -> [(key: String, members: [Diagnostic])] {
    var places: [String: Int] = [:]
    var groups: [(key: String, members: [Diagnostic])] = []
    for diagnostic in diagnostics {
      let key = key(diagnostic)
      if let place = places[key] {
        groups[place].members.append(diagnostic)
      } else {
        places[key] = groups.count
        groups.append((key, [diagnostic]))
      }
    }
    return groups
  }
}

extension Edition {
  /// The places in the ledger of the cases that something is noted against, by the paths of their files.
  var notedCases: [String: Int] {
    lists.noted.value {
      guard !ledger.diagnostics.isEmpty else { return [:] }
      let paths = NameTable(ledger.diagnostics.map(\.place.path))
      let noted = ledger.cases.indices.filter { paths.place(of: ledger.cases[$0].path) != nil }
      return Dictionary(noted.map { (ledger.cases[$0].path, $0) }) { first, _ in first }
    }
  }
}
