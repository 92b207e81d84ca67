internal import Hypertext

/// The shapes and texts of which timelines consist, open where they differ; made once.
final class TimelineStencils: Sendable {
  static let shared = TimelineStencils()

  private let pieces: Pieces
  var lent: LentPieces { pieces.lent }
  /// A group with a title of two texts, with a space between them and without.
  let group, loneGroup: Stencil
  /// A text that begins at a place, or has its middle there, by x and y.
  private let plain, bold, quiet, late: Stencil
  let middleQuiet, middleBold: Stencil

  private init() {
    var making = PieceMaking()
    func group(_ title: String) -> Stencil {
      making.stencil { group in
        group.element("g", class: nil) {
          $0.element("title", class: nil, text: title)
          $0.text(Stencil.textGap)
        }
      }
    }
    self.group = group(Stencil.textGap + " " + Stencil.textGap)
    loneGroup = group(Stencil.textGap + Stencil.textGap)
    func text(_ style: TextStyle) -> Stencil {
      making.stencil {
        $0.element(
          "text",
          attributes: { tag in
            tag.set("x", Stencil.gap)
            tag.set("y", Stencil.gap)
            tag.set(style)
          }, text: Stencil.textGap)
      }
    }
    (plain, bold) = (text(.plain), text(TextStyle(tone: .bold)))
    (quiet, late) = (text(.quiet), text(TextStyle(tone: .late)))
    middleQuiet = text(TextStyle(anchor: .middle, tone: .quiet))
    middleBold = text(TextStyle(anchor: .middle, tone: .bold))
    pieces = Pieces(making)
  }

  /// A text that begins at a place.
  func text(_ tone: TextStyle.Tone) -> Stencil {
    switch tone {
    case .bold: bold
    case .quiet: quiet
    case .late: late
    default: plain
    }
  }
}
