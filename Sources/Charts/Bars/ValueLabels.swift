/// Figures above bars.
struct ValueLabels {
  struct Label {
    let text: String
    let at: Point
    let tone: TextStyle.Tone
  }

  /// In the order of the bars; `nil` where there is none.
  let labels: [Label?]
  let step: Double

  /// Prints them all where all fit their bands, else the last and the highest only.
  func draw(on canvas: inout Canvas) {
    let widest = labels.compactMap { $0 }.map { TextWidth.of($0.text, bold: true) }.max() ?? 0
    let known = labels.indices.filter { labels[$0] != nil }
    let highest = known.min { (labels[$0]?.at.y ?? 0, $0) < (labels[$1]?.at.y ?? 0, $1) }
    let shown = widest + 3 <= step ? known.reversed() : [known.last, highest].compactMap { $0 }
    var printed: Set<Int> = []
    for index in shown where printed.insert(index).inserted {
      guard let label = labels[index] else { continue }
      canvas.text(label.text, label.at.x, label.at.y, TextStyle(anchor: .middle, tone: label.tone, halo: true))
    }
  }
}
