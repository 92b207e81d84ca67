import Complaints
import Hypertext
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
  ///
  /// - Parameter page: What the page itself says.
  func row(at path: PagePath, in edition: Edition, page: TemplateValue) -> TemplateRows {
    var frame = TemplateRows(.frame, reserving: 1024)
    frame.row { row in
      row.text("title", title)
      row.text("root", path.root)
      row.markup("nav") { edition.fixed.appendNavigation(at: section, of: path, to: &$0) }
      row.text("stamp", !isStamped ? "" : namesCommit ? edition.fixed.stamp : edition.fixed.dayStamp)
      row.text("heading", heading)
      row.markup("lead") { if let sentence { $0.append(sentence.markup(at: path)) } else { $0.text(lead ?? "") } }
      row.flag("has_crumbs", !crumbs.isEmpty)
      row.list("crumbs", of: .crumb) { crumbs(at: path, to: &$0) }
      row.flag("has_pager", !pager.isEmpty)
      row.list("pager", of: .turn) { turns(at: path, to: &$0) }
      row.value("page", page)
    }
    return frame
  }

  private func crumbs(at path: PagePath, to rows: inout TemplateRows) {
    for (index, crumb) in crumbs.enumerated() {
      rows.row {
        $0.text("label", crumb.label)
        $0.text("href", crumb.to.map { path.href(to: $0) })
        $0.flag("more", index < crumbs.count - 1)
      }
    }
  }

  private func turns(at path: PagePath, to rows: inout TemplateRows) {
    for turn in pager {
      rows.row {
        $0.text("label", turn.label)
        $0.text("href", path.href(to: turn.to))
      }
    }
  }
}

extension TemplateShape {
  fileprivate static let frame: TemplateShape = [
    "title", "root", "nav", "stamp", "heading", "lead", "has_crumbs", "crumbs", "has_pager", "pager", "page",
  ]
  fileprivate static let crumb: TemplateShape = ["label", "href", "more"]
  fileprivate static let turn: TemplateShape = ["label", "href"]
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
