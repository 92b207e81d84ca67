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
  private let pieces: Pieces
  /// By the part of the site in which a page stands, and how many folders below the top.
  private let navigations: [FramePhrase: [Piece]]
  /// By page.
  private let forms: [String: TemplateObject]

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
    var making = PieceMaking()
    navigations = Dictionary(
      uniqueKeysWithValues: parts.map { part in
        let links = parts.map { (label: strings($0.phrase), to: $0.to, isPresent: $0.phrase == part.phrase) }
        let pieces = (0...Self.deepest).map { depth in
          making.piece { Self.navigation(links, root: String(repeating: "../", count: depth), to: &$0) }
        }
        return (part.phrase, pieces)
      })
    pieces = Pieces(making)
    let separator = strings(CardPhrase.separator)
    forms = Dictionary(settings.forms.map { ($0.page, Self.form($0, separator: separator)) }) { first, _ in first }
  }

  /// Pages lie no more folders below the top of the site.
  private static let deepest = 4

  /// Appends the links to the parts of the site, with one marked as the present one.
  func appendNavigation(at part: FramePhrase, of path: PagePath, to list: inout Markup) {
    precondition(path.depth <= Self.deepest, "a page lies \(path.depth) folders below the top")
    if let pieces = navigations[part] { list.append(pieces[path.depth], of: self.pieces) }
  }

  /// The head and foot of a printed form, from site.yaml.
  func form(_ page: String) -> TemplateObject {
    forms[page] ?? ["number": "", "edition": "", "copies": "", "signatures": []]
  }

  private static func navigation(
    _ parts: [(label: String, to: PagePath, isPresent: Bool)], root: String, to list: inout Markup
  ) {
    for part in parts {
      func link(_ tag: inout OpenTag) {
        tag.set("href", parts: root, part.to.text)
        tag.set("aria-current", part.isPresent ? "page" : nil)
      }
      list.element("li", class: nil) { $0.element("a", attributes: link, text: part.label) }
      list.text("\n")
    }
  }

  private static func form(_ form: Form, separator: String) -> TemplateObject {
    [
      "number": .text(form.number ?? ""), "edition": .text(form.edition ?? ""),
      "copies": .text(form.copies.joined(separator: separator)),
      "signatures": .list(form.signatures.map { ["name": .text($0)] }),
    ]
  }
}
