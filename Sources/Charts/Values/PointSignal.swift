/// A signal of a control chart at one point.
package struct PointSignal: Hashable, Sendable {
  package enum Side: Hashable, Sendable {
    /// An orange diamond.
    case worse
    /// A blue disc.
    case better
  }

  package var side: Side
  /// The rules that fired, by number, for the title of the mark.
  package var rules: [Int]
  /// What happened, in words, printed at the point.
  package var words: String

  package init(_ side: Side, rules: [Int], words: String) {
    self.side = side
    self.rules = rules
    self.words = words
  }

  var tone: TextStyle.Tone { side == .worse ? .worse : .better }
}
