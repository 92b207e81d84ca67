/// How a text looks, by the classes of the style sheet.
struct TextStyle: Hashable {
  enum Anchor: Int, CaseIterable {
    case start, middle, end

    fileprivate var name: String {
      switch self {
      case .start: ""
      case .middle: "m"
      case .end: "e"
      }
    }
  }

  enum Tone: Int, CaseIterable {
    case plain, bold, quiet, accent, worse, better, late

    fileprivate var name: String {
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

extension TextStyle {
  /// Those of every style, put together once, since drawings have dozens of texts.
  private static let classes: [String] = Tone.allCases.flatMap { tone in
    Anchor.allCases.flatMap { anchor in
      [("", ""), ("sm", ""), ("", "halo"), ("sm", "halo")].map { small, halo in
        [anchor.name, tone.name, small, halo].filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  /// As the style sheet names them; `nil` for the plain style.
  var classes: String? {
    let place = (tone.rawValue * 3 + anchor.rawValue) * 4 + (small ? 1 : 0) + (halo ? 2 : 0)
    let classes = Self.classes[place]
    return classes.isEmpty ? nil : classes
  }
}
