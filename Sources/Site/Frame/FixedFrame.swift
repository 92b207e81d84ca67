import Complaints
import Templates

/// What of the frame and of printed forms is the same on many pages; made once for an edition.
struct FixedFrame: Sendable {
  /// The words, the site's name, what made it: the same on every page.
  let constants: TemplateObject
  /// As-of, and the commit that the figures rest on.
  let stamp: String
  /// As-of alone.
  let dayStamp: String
  /// By the part of the site in which a page stands.
  private let navigations: [FramePhrase: TemplateRows]
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
    navigations = Dictionary(
      uniqueKeysWithValues: parts.map { ($0.phrase, Self.navigation(parts, present: $0.phrase, strings)) })
    let separator = strings(CardPhrase.separator)
    forms = Dictionary(settings.forms.map { ($0.page, Self.form($0, separator: separator)) }) { first, _ in first }
  }

  /// The navigation with one part marked as the present one; its links begin at the top of the site.
  func navigation(at part: FramePhrase) -> TemplateRows { navigations[part] ?? TemplateRows(.part) }

  /// The head and foot of a printed form, from site.yaml.
  func form(_ page: String) -> TemplateObject {
    forms[page] ?? ["number": "", "edition": "", "copies": "", "signatures": []]
  }

  private static func navigation(
    _ parts: [(phrase: FramePhrase, to: PagePath)], present: FramePhrase, _ strings: Strings
  ) -> TemplateRows {
    var rows = TemplateRows(.part)
    for part in parts {
      rows.row {
        $0.text("label", strings(part.phrase))
        $0.text("href", part.to.text)
        $0.flag("current", part.phrase == present)
      }
    }
    return rows
  }

  private static func form(_ form: Form, separator: String) -> TemplateObject {
    [
      "number": .text(form.number ?? ""), "edition": .text(form.edition ?? ""),
      "copies": .text(form.copies.joined(separator: separator)),
      "signatures": .list(form.signatures.map { ["name": .text($0)] }),
    ]
  }
}

extension TemplateShape {
  fileprivate static let part: TemplateShape = ["label", "href", "current"]
}
