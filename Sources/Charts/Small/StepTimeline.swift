package import Hypertext

/// One step of a case on a scale of days.
package struct TimelineStep: Hashable, Sendable {
  package enum State: Hashable, Sendable {
    /// Finished within its limit.
    case done
    /// Finished, after its limit.
    case doneLate
    /// Under way.
    case current
    /// Under way or not begun, and past its limit.
    case late
    /// Not begun, and in time.
    case planned

    var mark: StatusMark? {
      switch self {
      case .done: .done
      case .doneLate: .doneLate
      case .late: .late
      case .current, .planned: nil
      }
    }
  }

  package var label: String
  package var state: State
  /// Days since receipt; `nil` for a step not begun.
  package let from: Double?
  /// `nil` for a step not ended: it lasts until today.
  package let to: Double?
  /// Days since receipt by which the step should end.
  package let limit: Double?
  /// Where the plan lies for a step not begun; its end is the limit.
  package let plannedFrom: Double?
  /// In words, at the right end.
  package var result: String
  package var href: String?

  package init(
    label: String, state: State, from: Double? = nil, to: Double? = nil, limit: Double? = nil,
    plannedFrom: Double? = nil, result: String, href: String? = nil
  ) {
    self.label = label
    self.state = state
    self.from = DataPoint(from).value
    self.to = DataPoint(to).value
    self.limit = DataPoint(limit).value
    self.plannedFrom = DataPoint(plannedFrom).value
    self.result = result
    self.href = href
  }
}

/// A date above the scale of days.
package struct TimelineDate: Hashable, Sendable {
  package var day: Double
  package var label: String

  package init(day: Double, label: String) {
    self.day = day
    self.label = label
  }
}

/// The words of a timeline.
package struct TimelineWords: Hashable, Sendable {
  /// Beside the dates: «日期».
  package var dates: String
  /// Beside the days: «受理后日数».
  package var days: String
  package var limit: String
  package var from: String
  package var to: String
  package var result: String
  /// Below the line of today: «9-30 今».
  package var today: String

  package init(
    dates: String, days: String, from: String, to: String, limit: String, result: String, today: String
  ) {
    self.dates = dates
    self.days = days
    self.limit = limit
    self.from = from
    self.to = to
    self.result = result
    self.today = today
  }
}

/// The steps of one case, one row each, against their limits.
package struct StepTimeline: Chart {
  package var name: ChartName
  package var steps: [TimelineStep]
  package var dates: [TimelineDate]
  package var words: TimelineWords
  /// Days since receipt; `nil` for a case that is closed.
  package let today: Double?
  /// Days in the table.
  package var format: ValueFormat

  package init(
    name: ChartName, steps: [TimelineStep], dates: [TimelineDate], words: TimelineWords, today: Double?,
    format: ValueFormat = ValueFormat(decimals: 1)
  ) {
    self.name = name
    self.steps = steps
    self.dates = dates
    self.words = words
    self.today = DataPoint(today).value
    self.format = format
  }

  package func svg(width: Double) -> Markup {
    var svg = Markup()
    append(to: &svg, width: width)
    return svg
  }

  /// Appends the drawing to a page that is being written.
  private func append(to page: inout Markup, width: Double) {
    TimelineDrawing(chart: self, measure: TimelineMeasure(self), width: width).append(to: &page)
  }

  package var table: DataTable {
    var table = DataTable(caption: name.title, columns: columns)
    table.rows = steps.map { step in
      [
        .init(step.label, href: step.href), .init(format.text(step.from)), .init(format.text(step.to)),
        .init(format.text(step.limit)), .init(step.result),
      ]
    }
    return table
  }

  /// Appends the table to a page that is being written, without making its cells.
  func appendTable(to page: inout Markup) {
    // What writes a row holds no more than this: the whole chart would be copied for each of them.
    let (steps, format) = (steps, format)
    func add(_ day: Double?, to row: inout Markup) {
      row.element("td", attributes: { $0.set("class", literal: "r") }, content: { format.append(day, to: &$0) })
    }
    DataTable(caption: name.title, columns: columns).append(to: &page) { body in
      for step in steps {
        body.element("tr", class: nil) { row in
          row.element(
            "th", attributes: { $0.set("scope", literal: "row") }, content: { $0.link(step.label, href: step.href) })
          add(step.from, to: &row)
          add(step.to, to: &row)
          add(step.limit, to: &row)
          row.element("td", class: nil, text: step.result)
        }
      }
    }
  }

  private var columns: [DataTable.Column] {
    [
      .init(name.rows), .init(words.from, isNumber: true), .init(words.to, isNumber: true),
      .init(words.limit, isNumber: true), .init(words.result),
    ]
  }

  /// Appends the whole figure to a page that is being written, as `ChartFigure` does of any chart: the two drawings,
  /// and the numbers.
  ///
  /// - Parameters:
  ///   - method: Unit, period and method.
  ///   - summary: The word that opens the table.
  package func appendFigure(to page: inout Markup, method: String, summary: String, width: Double) {
    let measure = TimelineMeasure(self)
    ChartFigure.append(
      to: &page, heading: { $0.text(name.title) }, method: method,
      drawings: {
        TimelineDrawing(chart: self, measure: measure, width: width).append(to: &$0)
        TimelineDrawing(chart: self, measure: measure, width: ChartFigure.narrow).append(to: &$0)
      }, summary: summary, table: { appendTable(to: &$0) })
  }
}
