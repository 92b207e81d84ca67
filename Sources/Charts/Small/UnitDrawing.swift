internal import Hypertext

/// The layout of a unit chart at one width: squares of 11 px, 2.5 px apart, in as many lines as a row needs.
struct UnitDrawing {
  let chart: UnitChart
  private let left: Double
  private let perLine: Int
  private let late: Double
  private var canvas: Canvas

  private static let pitch = 13.5

  init(chart: UnitChart, width: Double) {
    self.chart = chart
    let labels = chart.rows.map(\.label) + [chart.words.total]
    left = min((labels.map { TextWidth.of($0, bold: true) }.max() ?? 0) + 10, width * 0.3).rounded(.up)
    let counts = max(TextWidth.of(chart.words.count), 24).rounded(.up)
    late = width - counts - 10
    let right = late - max(TextWidth.of(chart.words.late), 24) - 6
    let perLine = max(1, Int((right - left) / Self.pitch))
    self.perLine = perLine
    let body = chart.rows.reduce(0) { $0 + Self.height($1, perLine: perLine) }
    canvas = Canvas(width: width, height: 22 + body + 30)
  }

  private static func lines(_ row: UnitRow, perLine: Int) -> Int {
    max(1, (row.squares.count + perLine - 1) / perLine)
  }

  private static func height(_ row: UnitRow, perLine: Int) -> Double {
    24 + Double(lines(row, perLine: perLine)) * pitch
  }

  func svg() -> Markup {
    var drawing = self
    drawing.canvas.text(chart.words.count, canvas.width, 13, TextStyle(anchor: .end, tone: .quiet))
    drawing.canvas.text(chart.words.late, late, 13, TextStyle(anchor: .end, tone: .quiet))
    var top = 22.0
    for (index, row) in chart.rows.enumerated() {
      let isLimit = index == chart.limit
      if index > 0 || isLimit { drawing.drawRule(at: top, isLimit: isLimit) }
      drawing.draw(row, top: top)
      top += Self.height(row, perLine: perLine)
    }
    drawing.drawTotal(top: top)
    return drawing.canvas.svg(chart.name)
  }

  private mutating func drawRule(at y: Double, isLimit: Bool) {
    canvas.shapes.line(Point(0, y), Point(canvas.width, y), isLimit ? "s-late l15 dash" : "s-rule l1")
  }

  private mutating func draw(_ row: UnitRow, top: Double) {
    let y = top + 12
    canvas.text(row.label, 0, y + 10, .plain, within: left - 6)
    for (index, square) in row.squares.enumerated() {
      let place = Point(
        left + Double(index % perLine) * Self.pitch, y + Double(index / perLine) * Self.pitch)
      canvas.shapes.mark(square.title, href: square.href) { square.mark.draw(on: &$0, at: place, size: 11) }
    }
    drawTotals(late: row.late, all: row.squares.count, y: y + 10, href: row.href, lateHref: row.lateHref)
    guard let remark = row.remark, row.squares.count < perLine else { return }
    let x = left + Double(row.squares.count) * Self.pitch + (row.squares.isEmpty ? 0 : 6)
    let room = late - 32 - x
    guard TextWidth.of(remark, bold: true) <= room else { return }
    canvas.text(remark, x, y + 10, TextStyle(tone: row.late > 0 ? .late : .quiet))
  }

  private mutating func drawTotals(late count: Int, all: Int, y: Double, href: String?, lateHref: String?) {
    canvas.text(String(all), canvas.width, y, TextStyle(anchor: .end, tone: .bold), href: href)
    let style = TextStyle(anchor: .end, tone: count > 0 ? .late : .quiet)
    canvas.text(count > 0 ? String(count) : "–", late, y, style, href: lateHref)
  }

  private mutating func drawTotal(top: Double) {
    canvas.shapes.line(Point(0, top), Point(canvas.width, top), "s-ink l1")
    canvas.text(chart.words.total, 0, top + 20, TextStyle(tone: .bold), within: left - 6)
    let late = chart.rows.reduce(0) { $0 + $1.late }
    drawTotals(
      late: late, all: chart.rows.reduce(0) { $0 + $1.squares.count }, y: top + 20, href: chart.href,
      lateHref: chart.lateHref)
  }
}
