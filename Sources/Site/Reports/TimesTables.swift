import Complaints
import Findings
import Hypertext

/// How long cases take: to the first response, to being handed on, to containment, to closing, and in each stage and department.
struct TimesTables {
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Median and 90th percentile of a period beside those of the one before.
  func times(
    of figures: PeriodFigures, _ further: FurtherFigures, former: (PeriodFigures, FurtherFigures)?, formerName: String
  ) -> ReportTable {
    func row(
      _ phrase: FurtherPhrase, _ count: Double?, _ median: Double?, _ p90: Double?, _ before: Double?
    ) -> ReportTable.Row {
      ReportTable.Row([
        .init(strings(phrase)), .init(numbers.count(count.map { Int($0) })), .init(numbers.decimal(median, places: 1)),
        .init(numbers.decimal(p90, places: 1)), .init(numbers.decimal(before, places: 1), style: "z"),
      ])
    }
    return ReportTable(
      id: "times-table", caption: strings(FurtherPhrase.timesCaption),
      columns: [
        .init(label: strings(FurtherPhrase.step)), .init(label: strings(ReportPhrase.count), isNumber: true),
        .init(label: strings(FurtherPhrase.median), isNumber: true),
        .init(label: strings(FurtherPhrase.p90), isNumber: true), .init(label: formerName, isNumber: true),
      ],
      rows: [
        row(
          .respond, further.value(of: .responded), figures.medianHoursToRespond, further.value(of: .p90HoursToRespond),
          former?.0.medianHoursToRespond),
        row(
          .inform, further.value(of: .informed), further.value(of: .medianHoursToInform),
          further.value(of: .p90HoursToInform), former?.1.value(of: .medianHoursToInform)),
        row(
          .contain, further.value(of: .contained), further.value(of: .medianHoursToContain),
          further.value(of: .p90HoursToContain), former?.1.value(of: .medianHoursToContain)),
        row(
          .close, Double(figures.closed), figures.medianDaysToClose, figures.p90DaysToClose, former?.0.medianDaysToClose
        ),
      ], style: "tight")
  }

  /// The stages that took the most time; `nil` without a step.
  func stages(_ times: StepTimes) -> ReportTable? {
    table(times.stages, id: "stages-table", .stagesCaption, head: strings(FurtherPhrase.stage)) { key in
      edition.label(of: key, in: "events.stage")
    }
  }

  /// The departments that took the most time; `nil` without a step.
  func departments(_ times: StepTimes) -> ReportTable? {
    table(times.departments, id: "step-departments-table", .departmentsCaption, head: strings(ReportPhrase.department))
    {
      key in
      key.isEmpty ? strings(FurtherPhrase.noDepartment) : edition.findings.label(of: key, in: .department)
    }
  }

  /// More rows would hide where the time goes.
  private static let most = 12

  private func table(
    _ times: [StepTime], id: String, _ caption: FurtherPhrase, head: String, label: (String) -> String
  ) -> ReportTable? {
    let shown = times.filter { $0.steps > 0 }.prefix(Self.most)
    guard !shown.isEmpty else { return nil }
    let table = ReportTable(
      id: id, caption: strings(caption, ["n": String(shown.count)]),
      columns: [
        .init(label: head), .init(label: strings(FurtherPhrase.steps), isNumber: true),
        .init(label: strings(FurtherPhrase.median), isNumber: true),
        .init(label: strings(FurtherPhrase.p90), isNumber: true),
        .init(label: strings(FurtherPhrase.totalDays), isNumber: true),
        .init(label: strings(FurtherPhrase.waiting), isNumber: true),
      ],
      rows: shown.map { time in
        ReportTable.Row([
          .init(label(time.key)), .init(numbers.count(time.steps)), .init(numbers.decimal(time.medianDays, places: 1)),
          .init(numbers.decimal(time.p90Days, places: 1)), .init(numbers.decimal(time.totalDays, places: 0)),
          time.waiting > 0 ? .init(numbers.count(time.waiting)) : .init("·", style: "z"),
        ])
      }, style: "tight")
    // Of closed cases nothing waits.
    return shown.contains { $0.waiting > 0 } ? table : table.dropping(1)
  }
}
