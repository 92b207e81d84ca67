import Complaints
import Hypertext
import Narrative
import Templates

/// The company's own rules and guides (P19), each a page, and the list of them.
func guidePages(of edition: Edition) -> [Page] {
  guard !edition.ledger.pages.isEmpty else { return [] }
  let list = Page(.guides) { buffer in try renderGuideList(of: edition, into: &buffer) }
  return [list]
    + edition.ledger.pages.map { page in
      Page(.guide(page.name)) { buffer in try GuidePage(edition: edition, page: page).render(into: &buffer) }
    }
}

extension PagePath {
  static let guides = PagePath("pages/index.html")

  /// pages/guides/handling.html; a page that calls itself index gives way to the list.
  static func guide(_ name: String) -> PagePath { PagePath("pages/\(name == "index" ? "index-1" : name).html") }
}

private func renderGuideList(of edition: Edition, into buffer: inout [UInt8]) throws {
  let strings = edition.strings
  let pages = edition.ledger.pages
  let frame = Frame(
    title: strings(GuidePhrase.title), heading: strings(GuidePhrase.title),
    lead: strings(GuidePhrase.lead, ["n": edition.numbers.count(pages.count)]), section: .pages, isStamped: false)
  let content: TemplateObject = [
    "guides": .list(
      pages.map { page in
        [
          "title": .text(edition.shown(page.title)),
          "href": .text(PagePath.guides.href(to: .guide(page.name))),
        ]
      })
  ]
  try edition.render(.guides, at: .guides, frame: frame, content: content, into: &buffer)
}

/// One free page.
struct GuidePage {
  let edition: Edition
  let page: FreePage

  private var path: PagePath { .guide(page.name) }

  func render(into buffer: inout [UInt8]) throws {
    let title = edition.shown(page.title)
    let frame = Frame(
      title: title, heading: title, section: .pages,
      crumbs: [(edition.strings(GuidePhrase.title), .guides), (title, nil)], isStamped: false)
    try edition.render(
      .guide, at: path, frame: frame, content: ["narrative": .markup(narrative)], into: &buffer)
  }

  private var narrative: Markup {
    var options = NarrativeOptions()
    options.headingBase = 1
    options.headingIDPrefix = "s-"
    options.firstLine = page.firstLine
    if edition.audience != .team { options.text = { Masking().text($0) } }
    let links = GuideLinks(edition: edition, path: path)
    options.attachment = { links.image($0) }
    options.relativeLink = { links.destination($0) }
    return renderNarrative(withoutTitle, options)
  }

  /// The text without a first heading that only repeats the page's title, which stands above it already.
  private var withoutTitle: ArraySlice<UInt8> {
    let text = page.text[...]
    let start = text.firstIndex { $0 != 0x0A && $0 != 0x0D && $0 != 0x20 } ?? text.endIndex
    let end = text[start...].firstIndex(of: 0x0A) ?? text.endIndex
    let line = String(decoding: text[start..<end], as: UTF8.self)
    let heading = line.drop { $0 == "#" }.drop { $0 == " " }
    guard line.hasPrefix("# "), heading.filter({ $0 != "\r" }) == page.title else { return text }
    return text[end...]
  }
}

extension Edition {
  /// A text of a page as its audience may read it.
  func shown(_ text: String) -> String { audience == .team ? text : Masking().text(text) }
}
