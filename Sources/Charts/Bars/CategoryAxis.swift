/// Names below bars, turned into two or three lines where one is too narrow.
struct CategoryAxis {
  /// One list of lines a category, all within their band.
  let lines: [[String]]
  let names: [String]
  let bands: BandScale

  let isBold: (Int) -> Bool

  init(_ names: [String], bands: BandScale, most: Int, isBold: @escaping (Int) -> Bool) {
    self.names = names
    self.bands = bands
    let room = bands.step - 2
    self.isBold = isBold
    lines = names.enumerated().map { index, name in
      room < 12 ? [] : WrappedText.lines(name, width: room, lines: most, bold: isBold(index))
    }
  }

  /// The room needed below the axis.
  var height: Double { Double(lines.map(\.count).max() ?? 0) * 14 + 8 }

  func draw(on canvas: inout Canvas, below y: Double) {
    for (index, lines) in lines.enumerated() {
      let style = TextStyle(anchor: .middle, tone: isBold(index) ? .bold : .plain)
      for (row, line) in lines.enumerated() {
        canvas.text(
          line, bands.centre(index), y + 16 + Double(row) * 14, style, title: line.contains("…") ? names[index] : nil)
      }
    }
  }
}
