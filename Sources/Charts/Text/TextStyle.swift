internal import Hypertext

/// How a text looks, by the classes of the style sheet.
struct TextStyle: Hashable {
  enum Anchor {
    case start, middle, end

    fileprivate var name: StaticString {
      switch self {
      case .start: ""
      case .middle: "m"
      case .end: "e"
      }
    }
  }

  enum Tone {
    case plain, bold, quiet, accent, worse, better, late

    fileprivate var name: StaticString {
      switch self {
      case .plain: ""
      case .bold: "b"
      case .quiet: "q"
      case .accent: "acc"
      case .worse: "worse"
      case .better: "better"
      case .late: "late"
      }
    }

    /// The style sheet sets these in semibold, which is wider.
    var isBold: Bool { self == .bold || self == .worse || self == .better || self == .late }
  }

  var anchor = Anchor.start
  var tone = Tone.plain
  /// Over lines: an edge in the colour of the paper.
  var halo = false
  /// 11 px instead of 12, for digits under small multiples only.
  var small = false

  var size: Double { small ? 11 : 12 }

  static let plain = TextStyle()
  static let quiet = TextStyle(tone: .quiet)

  /// The same style, set from another side.
  func set(_ anchor: Anchor) -> TextStyle {
    var style = self
    style.anchor = anchor
    return style
  }

  /// The room a text of a width takes with its baseline at a point: 0.88 em above (the ideographic face), 0.2 em below.
  func box(width: Double, at point: Point) -> Box {
    let left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    return Box(left: left, top: point.y - 0.88 * size, right: left + width, bottom: point.y + 0.2 * size)
  }
}

extension OpenTag {
  /// The classes of a text as the style sheet names them; none for the plain style.
  mutating func set(_ style: TextStyle) {
    guard style != .plain else { return }
    if !style.small, !style.halo { return set("class", literal: style.anchor.name, style.tone.name) }
    set(
      "class", words: style.anchor.name.description, style.tone.name.description, style.small ? "sm" : "",
      style.halo ? "halo" : "")
  }
}
