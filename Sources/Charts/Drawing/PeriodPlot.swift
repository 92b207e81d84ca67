/// The frame of every chart over time: figures at the left, periods below, names at the right.
struct PeriodPlot {
  var canvas: Canvas
  let frame: Box
  let periods: [AxisPeriod]
  let bands: BandScale
  let scale: LinearScale
  let axis: ValueAxis
  let running: String?
  var ends = EndLabels()

  /// `ends` are the texts that the right margin must hold; `rows` is the room wanted below the period labels.
  init(
    width: Double, height: Double, periods: [AxisPeriod], extent: Extent, format: ValueFormat, ends: [String],
    running: String?, top: Double = 12, rows: Double = 0, steps: Int? = nil, leading: Double = 0
  ) {
    let narrow = Layout.isNarrow(width)
    let ticks = Ticks(
      covering: extent.lower, extent.upper, about: steps ?? (narrow ? 3 : 4), atLeast: format.resolution)
    axis = ValueAxis(ticks: ticks, format: format)
    canvas = Canvas(width: width, height: height)
    frame = Box(
      left: max(min(axis.width, width * 0.4), leading), top: top,
      right: width - EndLabels.margin(ends, width: width),
      bottom: height - PeriodAxis.height(periods, running: running) - rows)
    self.periods = periods
    self.running = running
    bands = BandScale(periods.count, from: frame.left, to: frame.right)
    scale = LinearScale(ticks.lower, ticks.upper, from: frame.bottom, to: frame.top)
  }

  mutating func drawAxes(ticks: Bool = true) {
    axis.draw(on: &canvas, frame: frame, scale: scale)
    PeriodAxis(periods: periods, bands: bands, running: running).draw(on: &canvas, below: frame.bottom, ticks: ticks)
  }

  /// Prints the names gathered in `ends`.
  mutating func drawEnds() {
    ends.draw(on: &canvas, from: frame.right + 6, top: max(12, frame.top), bottom: frame.bottom + 4)
  }

  func points(_ values: [Double?]) -> [Point?] {
    values.enumerated().map { index, value in value.map { Point(bands.centre(index), scale($0)) } }
  }

  /// The whole height of the plot over one period.
  func column(_ index: Int) -> Box {
    Box(left: bands.left(index), top: frame.top, right: bands.right(index), bottom: frame.bottom)
  }
}
