/// An upright axis at the left: figures, and hairlines across the plot.
struct ValueAxis {
  let ticks: Ticks
  let format: ValueFormat

  /// The unit stands at the top figure only, and only if it is short.
  var labels: [String] {
    let unit = TextWidth.of(format.unit) <= 24 ? format.unit : ""
    return ticks.values.enumerated().map { index, value in
      format.tick(value, step: ticks.step) + (index == ticks.values.count - 1 ? unit : "")
    }
  }

  /// What the widest figure needs, with the gap to the plot.
  var width: Double {
    (labels.map { TextWidth.of($0) }.max() ?? 0).rounded(.up) + Layout.axisGap
  }

  /// Draws the hairlines over the frame; zero, where bars stand, is darker.
  func draw(on canvas: inout Canvas, frame: Box, scale: LinearScale) {
    for (label, value) in zip(labels, ticks.values) {
      let y = scale(value)
      canvas.shapes.line(Point(frame.left, y), Point(frame.right, y), value == 0 ? "s-rule2 l1" : "s-rule l1")
      canvas.text(label, frame.left - Layout.axisGap, y + 4, TextStyle(anchor: .end, tone: .quiet))
    }
  }
}
