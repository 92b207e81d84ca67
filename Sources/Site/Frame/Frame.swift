import Complaints
import Templates

/// What stands around a page: its titles, where it belongs, and the line that says how fresh it is.
struct Frame {
  /// In the browser's tab; the site's name is added.
  var title: String
  var heading: String
  /// The one conclusion, in a sentence.
  var lead: String?
  /// The same with numbers that lead to their cases; it goes before `lead`.
  var sentence: Sentence?
  /// The part of the navigation in which the page stands.
  var section: FramePhrase
  /// From the top down; the last may have no link.
  var crumbs: [(label: String, to: PagePath?)] = []
  var pager: [(label: String, to: PagePath)] = []
  /// Whether the page names as-of and commit; a closed case's card must not, or every card would change each day.
  var isStamped = true
  /// Whether the stamp names the commit; a card must not, nor a list, or all of them would change with each commit.
  var namesCommit = true

  /// What the layout prints, but for what is the same on every page of an edition.
  func object(at path: PagePath, in edition: Edition) -> TemplateObject {
    [
      "title": .text(title),
      "root": .text(path.root),
      "nav": .rows(edition.fixed.navigation(at: section)),
      "stamp": .text(!isStamped ? "" : namesCommit ? edition.fixed.stamp : edition.fixed.dayStamp),
      "heading": .text(heading),
      "lead": sentence.map { .markup($0.markup(at: path)) } ?? .text(ifAny: lead),
      "has_crumbs": .flag(!crumbs.isEmpty),
      "crumbs": .rows(crumbRows(at: path)),
      "has_pager": .flag(!pager.isEmpty),
      "pager": .list(pager.map { ["label": .text($0.label), "href": .text(path.href(to: $0.to))] }),
    ]
  }

  private func crumbRows(at path: PagePath) -> TemplateRows {
    var rows = TemplateRows(.crumb, reserving: 256)
    for (index, crumb) in crumbs.enumerated() {
      rows.row {
        $0.text("label", crumb.label)
        $0.text("href", crumb.to.map { path.href(to: $0) })
        $0.flag("more", index < crumbs.count - 1)
      }
    }
    return rows
  }
}

extension TemplateShape {
  fileprivate static let crumb: TemplateShape = ["label", "href", "more"]
}

/// The parts of the site, as its navigation lists them.
func parts(of ledger: Ledger, for audience: Audience) -> [(phrase: FramePhrase, to: PagePath)] {
  var parts: [(phrase: FramePhrase, to: PagePath)] = [(.overview, .overview)]
  if audience != .public { parts.append((.ledger, .ledger)) }
  parts.append((.monthly, PagePath("reports/monthly/index.html")))
  parts.append((.annual, PagePath("reports/annual/index.html")))
  if !ledger.pages.isEmpty { parts.append((.pages, PagePath("pages/index.html"))) }
  parts.append((.definitions, .definitions))
  if audience != .public { parts.append((.state, .ledgerState)) }
  return parts
}
