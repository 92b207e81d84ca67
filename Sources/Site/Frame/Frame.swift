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
  var bodyClass = ""

  func object(at path: PagePath, in edition: Edition) -> TemplateObject {
    [
      "language": .text(edition.strings.language.rawValue),
      "version": .text(edition.version),
      "title": .text(title),
      "site_title": .text(edition.settings.title),
      "organization": .text(ifAny: edition.settings.organization),
      "root": .text(path.root),
      "body_class": .text(bodyClass),
      "nav": .list(edition.navigation.map { item($0, at: path, in: edition) }),
      "stamp": .text(isStamped ? edition.stamp : ""),
      "heading": .text(heading),
      "lead": sentence.map { .markup($0.markup(at: path)) } ?? .text(ifAny: lead),
      "has_crumbs": .flag(!crumbs.isEmpty),
      "crumbs": .list(
        crumbs.enumerated().map { index, crumb in
          [
            "label": .text(crumb.label), "href": .text(ifAny: crumb.to.map { path.href(to: $0) }),
            "more": .flag(index < crumbs.count - 1),
          ]
        }),
      "has_pager": .flag(!pager.isEmpty),
      "pager": .list(pager.map { ["label": .text($0.label), "href": .text(path.href(to: $0.to))] }),
      "colophon": .text(edition.strings(FramePhrase.colophon, ["version": edition.version])),
    ]
  }

  private func item(
    _ entry: (phrase: FramePhrase, to: PagePath), at path: PagePath, in edition: Edition
  ) -> TemplateValue {
    [
      "label": .text(edition.strings(entry.phrase)), "href": .text(path.href(to: entry.to)),
      "current": .flag(entry.phrase == section),
    ]
  }
}

extension Edition {
  /// The parts of the site, as its navigation lists them.
  var navigation: [(phrase: FramePhrase, to: PagePath)] {
    var parts: [(phrase: FramePhrase, to: PagePath)] = [(.overview, .overview)]
    if audience != .public { parts.append((.ledger, .ledger)) }
    parts.append((.monthly, PagePath("reports/monthly/index.html")))
    parts.append((.annual, PagePath("reports/annual/index.html")))
    if !ledger.pages.isEmpty { parts.append((.pages, PagePath("pages/index.html"))) }
    parts.append((.definitions, .definitions))
    if audience != .public { parts.append((.state, .ledgerState)) }
    return parts
  }

  /// As-of, and the commit that the figures rest on.
  var stamp: String {
    let day = asOf.description
    return commit.map { strings(FramePhrase.stampCommit, ["day": day, "commit": String($0.prefix(10))]) }
      ?? strings(FramePhrase.stamp, ["day": day])
  }
}
