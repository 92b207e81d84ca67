import Complaints
import Findings
import Hypertext
import Templates

/// The files that a rule keeps out of every figure: which, why, and the line that says so.
struct StateExclusions {
  let edition: Edition
  let path: PagePath
  private let paths: ContentPaths

  init(edition: Edition, path: PagePath) {
    self.edition = edition
    self.path = path
    paths = edition.contentPaths
  }

  /// By reason, in the order of the account; only reasons that occur.
  var groups: [TemplateValue] {
    Exclusion.allCases.compactMap { reason in
      let files = edition.findings.excluded.filter { $0.reason == reason }
      guard !files.isEmpty else { return nil }
      return [
        "anchor": .text(Self.anchor(of: reason)),
        "label": .text(edition.strings.text("state.excluded.\(reason.rawValue)") ?? reason.rawValue),
        "meaning": .text(edition.strings.text("state.meaning_excluded.\(reason.rawValue)") ?? ""),
        "files": .list(files.map(row)),
      ]
    }
  }

  /// Where the files of a reason are listed; nowhere if there are none.
  func door(_ reason: Exclusion) -> Door {
    edition.findings.account.excluded(reason) > 0
      ? .list(path, place: Self.anchor(of: reason)) : .none(.nothing)
  }

  private static func anchor(of reason: Exclusion) -> String {
    "excluded-" + reason.rawValue.split(separator: "_").joined(separator: "-")
  }

  private func row(_ excluded: ExcludedCase) -> TemplateValue {
    let file = edition.ledger.cases[excluded.place]
    let key = excluded.reason.field
    let id = file.complaint.id
    return [
      "id": .markup(.link(id, href: edition.cards[id].map { path.href(to: $0) })),
      "day": .text(file.complaint.received.day.description), "path": .text(paths.shown(file.path)),
      "line": .text(edition.numbers.count(Int(edition.traits.all[excluded.place].exclusionLine))),
      "field": .text(file.record.schema.fields.first { $0.key == key }.map { edition.label(of: $0) } ?? key),
    ]
  }
}

extension Exclusion {
  /// The field that keeps a file out.
  var field: String {
    switch self {
    case .afterAsOf: "received"
    case .void: "status"
    case .notComplaint: "kind"
    case .appeal: "appeal_of"
    }
  }
}
