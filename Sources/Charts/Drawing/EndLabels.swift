/// Names at the right end of lines, pushed apart until each can be read.
struct EndLabels {
  struct Label {
    var text: String
    /// The height of what it names.
    var y: Double
    var tone: TextStyle.Tone
  }

  /// In order of importance: where there is no room for all, the last go.
  private(set) var labels: [Label] = []

  mutating func add(_ text: String, at y: Double, _ tone: TextStyle.Tone) {
    labels.append(Label(text: text, y: y, tone: tone))
  }

  func draw(on canvas: inout Canvas, from x: Double, top: Double, bottom: Double) {
    let room = max(1, Int((bottom - top) / Layout.line) + 1)
    let kept = Array(labels.prefix(room))
    let places = Layout.spread(kept.map { $0.y + 4 }, gap: Layout.line, in: top...max(top, bottom))
    for (label, y) in zip(kept, places) {
      canvas.text(label.text, x, y, TextStyle(tone: label.tone), within: canvas.width - x)
    }
  }

  /// The right margin for such texts: the widest, but never a third of the drawing.
  static func margin(_ texts: [String], width: Double) -> Double {
    let widest = texts.map { TextWidth.of($0, bold: true) }.max() ?? 0
    return texts.isEmpty ? 12 : min(widest.rounded(.up) + 10, (width / 3).rounded())
  }
}
