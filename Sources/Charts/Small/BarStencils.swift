internal import Hypertext

/// The bars and limits of timelines and of bars in cells, open where they differ; made once.
final class BarStencils: Sendable {
  static let shared = BarStencils()
  /// In px.
  static let height = 10.0

  private let pieces: Pieces
  var lent: LentPieces { pieces.lent }
  /// Bars by x, y and width, in the order of the tones.
  private let bars: [Stencil]
  /// By x1, y1, x2 and y2.
  let limit: Stencil

  private init() {
    var making = PieceMaking()
    bars = MarkTone.allCases.map { tone in
      making.stencil {
        $0.shape("rect") { tag in
          tag.set("x", Stencil.gap)
          tag.set("y", Stencil.gap)
          tag.set("width", Stencil.gap)
          tag.set("height", Self.height)
          tag.set("class", literal: tone.fill)
        }
      }
    }
    limit = making.stencil {
      var shapes = Shapes()
      shapes.line(Point(Stencil.gap, Stencil.gap), Point(Stencil.gap, Stencil.gap), "s-accent l2")
      $0.append(shapes.markup)
    }
    pieces = Pieces(making)
  }

  func bar(_ tone: MarkTone) -> Stencil { bars[tone.rawValue] }
}
