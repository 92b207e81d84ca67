import Complaints
import Findings
import Hypertext

/// The way from a figure to the cases behind it.
enum Door: Hashable, Sendable {
  /// A list of cases, and where in it the figure stands.
  case list(PagePath, place: String?)
  /// No cases of one list make it, but a rule over many figures; where that stands in the definitions.
  case definition(String)
  /// There is nothing to open.
  case none(Reason)

  /// Why a number has no cases behind it that could be listed.
  enum Reason: Hashable, Sendable {
    /// Zero, or unknown.
    case nothing
    /// The audience sees no cases.
    case withheld
    /// It counts no cases, such as what was shipped.
    case noCases
    /// The step between two figures that have their own doors.
    case difference
    /// The sum of figures beside it that have their own doors.
    case sum
    /// What the figure is held against.
    case target
  }

  /// The link from a page; `nil` where there is nothing to open.
  func href(from page: PagePath) -> String? {
    switch self {
    case .list(let path, let place): page.href(to: path, fragment: place)
    case .definition(let anchor): page.href(to: .definitions, fragment: anchor)
    case .none: nil
    }
  }
}

/// A number as a page prints it, with the way to its cases: a number without one has to say why.
struct Figure: Hashable, Sendable {
  let text: String
  let door: Door

  init(_ text: String, _ door: Door) {
    self.text = text
    self.door = door
  }

  func markup(at page: PagePath) -> Markup { .link(text, href: door.href(from: page)) }
}

extension ReportTable.Cell {
  init(_ figure: Figure, at page: PagePath, style: String = "") {
    self.init(figure.markup(at: page), style: style)
  }
}
