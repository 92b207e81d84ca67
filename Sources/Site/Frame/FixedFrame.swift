import Complaints
import Hypertext
import Templates

/// What of the frame and of printed forms is the same on many pages; made once for an edition.
struct FixedFrame: Sendable {
  /// The words, the site's name, what made it: the same on every page.
  let constants: TemplateObject
  /// As-of, and the commit that the figures rest on.
  let stamp: String
  /// As-of alone.
  let dayStamp: String
  private let links: [(part: FramePhrase, label: String, to: PagePath)]
  private let pieces: Pieces
  /// By the part of the site in which a page stands, and how many folders below the top.
  private let navigations: [FramePhrase: [Piece]]
  /// By page, as they are printed; the empty one is of all other pages.
  private let forms: [String: PrintedForm]
  private let noForm: PrintedForm

  /// What a printed form says besides the page's own content.
  private struct PrintedForm: Sendable {
    let number, edition, copies: String?
    let signatures: [String]

    /// - Parameter separator: Between those who are given a copy.
    init(_ form: Form?, separator: String) {
      (number, edition) = (form?.number, form?.edition)
      copies = form?.copies.joined(separator: separator)
      signatures = form?.signatures ?? []
    }
  }

  /// - Parameter parts: The parts of the site, as its navigation lists them.
  init(
    strings: Strings, settings: Settings, version: String, asOf: Day, commit: String?,
    parts: [(phrase: FramePhrase, to: PagePath)]
  ) {
    constants = [
      "t": .object(strings.templateObject),
      "language": .text(strings.language.rawValue),
      "version": .text(version),
      "site_title": .text(settings.title),
      "organization": .text(ifAny: settings.organization),
      "colophon": .text(strings(FramePhrase.colophon, ["version": version])),
    ]
    let day = asOf.description
    dayStamp = strings(FramePhrase.stamp, ["day": day])
    stamp =
      commit.map { strings(FramePhrase.stampCommit, ["day": day, "commit": String($0.prefix(10))]) } ?? dayStamp
    let links = parts.map { (part: $0.phrase, label: strings($0.phrase), to: $0.to) }
    var making = PieceMaking()
    navigations = Dictionary(
      uniqueKeysWithValues: parts.map { part in
        let pieces = (0...Self.usual).map { depth in
          making.piece { Self.navigation(links, at: part.phrase, depth: depth, to: &$0) }
        }
        return (part.phrase, pieces)
      })
    self.links = links
    pieces = Pieces(making)
    let separator = strings(CardPhrase.separator)
    forms = Dictionary(settings.forms.map { ($0.page, PrintedForm($0, separator: separator)) }) { first, _ in first }
    noForm = PrintedForm(nil, separator: separator)
  }

  /// Nearly all pages lie no more folders below the top of the site.
  private static let usual = 2

  /// Appends the links to the parts of the site, with one marked as the present one.
  func appendNavigation(at part: FramePhrase, of path: PagePath, to list: inout Markup) {
    let depth = path.depth
    if depth <= Self.usual, let pieces = navigations[part] {
      list.append(pieces[depth], of: self.pieces.lent)
    } else {
      Self.navigation(links, at: part, depth: depth, to: &list)
    }
  }

  /// The head and foot of a page's printed form, from site.yaml; empty where it has none.
  func form(_ page: String) -> TemplateValue {
    var rows = TemplateRows(.form, reserving: 256)
    write(forms[page] ?? noForm, to: &rows)
    return .row(rows)
  }

  /// The same inside the row of a page.
  func appendForm(_ page: String, to row: inout TemplateRows) {
    row.object("form", of: .form) { write(forms[page] ?? noForm, to: &$0) }
  }

  private func write(_ form: PrintedForm, to rows: inout TemplateRows) {
    rows.row { row in
      row.text("number", form.number)
      row.text("edition", form.edition)
      row.text("copies", form.copies)
      row.list("signatures", of: .signature) { rows in
        for name in form.signatures { rows.row { $0.text("name", name) } }
      }
    }
  }

  private static func navigation(
    _ links: [(part: FramePhrase, label: String, to: PagePath)], at present: FramePhrase, depth: Int,
    to list: inout Markup
  ) {
    let root = String(repeating: "../", count: depth)
    for link in links {
      func attributes(_ tag: inout OpenTag) {
        tag.set("href", parts: root, link.to.text)
        tag.set("aria-current", link.part == present ? "page" : nil)
      }
      list.element("li", class: nil) { $0.element("a", attributes: attributes, text: link.label) }
      list.text("\n")
    }
  }
}

extension TemplateShape {
  fileprivate static let form: TemplateShape = ["number", "edition", "copies", "signatures"]
  fileprivate static let signature: TemplateShape = ["name"]
}
