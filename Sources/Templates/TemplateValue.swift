package import Hypertext

/// What a template may print, repeat, or ask about.
///
/// Empty for sections are `none`, `false`, and a text, markup or list without content. A number is never empty: zero is a
/// figure, not a missing one.
package enum TemplateValue: Hashable, Sendable {
  /// Is there, and has nothing to show.
  case none
  /// Chooses between a section and its inverse; cannot be printed.
  case flag(Bool)
  /// A whole number, printed in decimal without separators.
  case integer(Int)
  /// Escaped wherever it is printed, also by `{{{…}}}`.
  case text(String)
  /// Copied wherever it is printed, also by `{{…}}`: it was escaped when it was made.
  case markup(Markup)
  case list([TemplateValue])
  /// A list of objects that have the same names.
  indirect case rows(TemplateRows)
  /// An object, written as the one row of some rows.
  indirect case row(TemplateRows)
  case object(TemplateObject)

  /// A text, or `none` where there is no text.
  package static func text(ifAny text: String?) -> TemplateValue {
    text.map(TemplateValue.text) ?? .none
  }

  /// A list of objects, each with names of its own.
  package static func rows(_ objects: [TemplateObject]) -> TemplateValue {
    .list(objects.map(TemplateValue.object))
  }

  /// Whether a section of this value shows nothing and its inverse shows.
  package var isEmpty: Bool {
    switch self {
    case .none: true
    case .flag(let flag): !flag
    case .text(let text): text.isEmpty
    case .markup(let markup): markup.isEmpty
    case .list(let values): values.isEmpty
    case .rows(let rows): rows.isEmpty
    case .integer, .object, .row: false
    }
  }

  var kind: TemplateError.Kind {
    switch self {
    case .none: .nothing
    case .flag: .flag
    case .integer: .number
    case .text: .text
    case .markup: .markup
    case .list, .rows: .list
    case .object, .row: .object
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
  package init(stringLiteral text: String) {
    self = .text(text)
  }

  package init(booleanLiteral flag: Bool) {
    self = .flag(flag)
  }

  package init(integerLiteral number: Int) {
    self = .integer(number)
  }
}

extension TemplateValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  package init(arrayLiteral values: TemplateValue...) {
    self = .list(values)
  }

  package init(dictionaryLiteral entries: (TemplateKey, TemplateValue)...) {
    self = .object(TemplateObject(entries))
  }
}
