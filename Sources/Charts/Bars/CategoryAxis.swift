/// Names below bars, turned into two or three lines where one is too narrow.
///
/// Where a name would still have to be cut, as Latin words often must on a phone, the names take turns in two or three tiers, each with the room of as many bands, and a thin line leads from the bar to a name further down.
struct CategoryAxis {
  /// One list of lines a category, all within the room of its tier.
  let lines: [[String]]
  let names: [String]
  let bands: BandScale
  /// 1 where all names stand side by side.
  let tiers: Int

  let isBold: (Int) -> Bool

  private static let lineHeight = 14.0

  /// Names wider than their band keep clear of the zeros of the axes beside the first and the last.
  private var clearance: Double { tiers > 1 ? 4 : 0 }

  init(_ names: [String], bands: BandScale, most: Int, isBold: @escaping (Int) -> Bool) {
    self.names = names
    self.bands = bands
    self.isBold = isBold
    func lines(inTiers tiers: Int) -> [[String]] {
      let room = bands.step * Double(tiers) - (tiers == 1 ? 2 : 8)
      return names.enumerated().map { index, name in
        room < 12 ? [] : WrappedText.lines(name, width: room, lines: tiers == 1 ? most : 2, bold: isBold(index))
      }
    }
    func cut(_ lines: [[String]]) -> Int {
      zip(lines, names).count { lines, name in
        lines.isEmpty || lines.contains { $0.hasSuffix("…") && !name.contains("…") }
      }
    }
    // The fewest tiers of those that cut least.
    let drawn = (1...3).map { (tiers: $0, lines: lines(inTiers: $0)) }.min { cut($0.lines) < cut($1.lines) }
    tiers = drawn?.tiers ?? 1
    self.lines = drawn?.lines ?? []
  }

  /// The lines of the highest name of a tier.
  private func rows(ofTier tier: Int) -> Int {
    stride(from: tier, to: lines.count, by: tiers).map { lines[$0].count }.max() ?? 0
  }

  /// Where a tier begins below the axis.
  private func top(ofTier tier: Int) -> Double {
    (0..<tier).reduce(clearance) { $0 + Double(rows(ofTier: $1)) * Self.lineHeight + 4 }
  }

  /// The room needed below the axis.
  var height: Double { top(ofTier: tiers) - 4 + 8 }

  func draw(on canvas: inout Canvas, below y: Double) {
    for index in lines.indices where index % tiers > 0 {
      let x = bands.centre(index)
      canvas.shapes.line(Point(x, y), Point(x, y + top(ofTier: index % tiers) + 4), "s-rule l1")
    }
    for (index, lines) in lines.enumerated() {
      let style = TextStyle(anchor: .middle, tone: isBold(index) ? .bold : .plain, halo: tiers > 1)
      for (row, line) in lines.enumerated() {
        canvas.text(
          line, bands.centre(index), y + top(ofTier: index % tiers) + 16 + Double(row) * Self.lineHeight, style,
          title: line.contains("…") ? names[index] : nil)
      }
    }
  }
}
