internal import Hypertext

/// The kinds of drawings, by the classes that the style sheet knows them by.
enum DrawingKind: Int, CaseIterable {
  /// Of two drawings of one chart, that for a page and that for a phone.
  case wide, narrow
  /// One of small multiples, a line in a cell, and a bar there.
  case multiple, spark, bar

  /// That of a chart drawn so many px wide.
  static func chart(width: Double) -> DrawingKind { Layout.isNarrow(width) ? .narrow : .wide }

  fileprivate var name: StaticString {
    switch self {
    case .wide: "w"
    case .narrow: "n"
    case .multiple: "sm"
    case .spark: "spark"
    case .bar: "ib"
    }
  }
}

extension Markup {
  /// Appends an `<svg>` with its title, what it shows in words, and what `content` draws.
  mutating func drawing(
    _ kind: DrawingKind, title: String, detail: String, width: Double, height: Double, hasLinks: Bool = false,
    _ content: (inout Markup) -> Void
  ) {
    if hasLinks { return written(kind, title, detail, width, height, hasLinks: true, content) }
    let stencils = DrawingStencils.shared
    append(
      stencils.stencil(kind), of: stencils.lent, (width, height, width, height), (title, detail), content: content)
  }

  fileprivate mutating func written(
    _ kind: DrawingKind, _ title: String, _ detail: String, _ width: Double, _ height: Double, hasLinks: Bool,
    _ content: (inout Markup) -> Void
  ) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("class", literal: kind.name)
      tag.set("viewBox") { box in
        box.number(0)
        box.number(0)
        box.number(width)
        box.number(height)
      }
      tag.set("width", width)
      tag.set("height", height)
      tag.set("role", literal: hasLinks ? "group" : "img")
      tag.set("aria-label", hasLinks ? title : nil)
    }
    element("svg", attributes: attributes) {
      $0.element("title", text: title)
      $0.element("desc", text: detail)
      content(&$0)
    }
  }
}

/// What is the same in all drawings of a kind that have no links; made once.
private final class DrawingStencils: Sendable {
  static let shared = DrawingStencils()

  private let pieces: Pieces
  var lent: LentPieces { pieces.lent }
  private let stencils: [Stencil]

  private init() {
    var making = PieceMaking()
    let (text, gap) = (Stencil.textGap, Stencil.gap)
    stencils = DrawingKind.allCases.map { kind in
      making.stencil { $0.written(kind, text, text, gap, gap, hasLinks: false) { $0.text(text) } }
    }
    pieces = Pieces(making)
  }

  func stencil(_ kind: DrawingKind) -> Stencil { stencils[kind.rawValue] }
}
