/// What of a timeline is the same in both its drawings: how wide its texts are, and the days that it spans.
struct TimelineMeasure {
  /// In px, by step.
  struct Widths {
    /// In bold, for which there must be room.
    let label, result: Double
    /// As they are shown.
    let shownLabel, shownResult: Double
  }

  let widths: [Widths]
  /// Of the two words beside the axis, in bold.
  let words: Double
  /// Days since receipt.
  let first, last: Double

  init(_ chart: StepTimeline) {
    words = max(TextWidth.of(chart.words.dates, bold: true), TextWidth.of(chart.words.days, bold: true))
    var (first, last) = (min(0, chart.today ?? 0), max(0, chart.today ?? 0))
    widths = chart.steps.map { step in
      let days = (step.from ?? 0, step.to ?? 0, step.limit ?? 0, step.plannedFrom ?? 0)
      first = min(first, min(days.0, days.1), min(days.2, days.3))
      last = max(last, max(days.0, days.1), max(days.2, days.3))
      let (label, result) = (TextWidth.of(step.label, bold: true), TextWidth.of(step.result, bold: true))
      return Widths(
        label: label, result: result,
        shownLabel: step.labelTone(today: chart.today).isBold ? label : TextWidth.of(step.label),
        shownResult: step.resultTone.isBold ? result : TextWidth.of(step.result))
    }
    (self.first, self.last) = (first, last)
  }
}

extension TimelineStep {
  func labelTone(today: Double?) -> TextStyle.Tone {
    if from != nil, to == nil, today != nil { return .bold }
    return state == .planned ? .quiet : .plain
  }

  var resultTone: TextStyle.Tone { state == .late ? .late : state == .planned ? .quiet : .plain }
}
