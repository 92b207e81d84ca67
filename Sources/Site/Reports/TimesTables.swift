import Complaints
import Findings
import Hypertext

/// How long cases take: to the first response, to being handed on, to containment, to closing, and in each stage and department.
struct TimesTables {
  let edition: Edition
  /// The page on which they stand.
  let path: PagePath

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// Median and 90th percentile of a period beside those of the one before.
  func times(
    of figures: PeriodFigures, _ further: FurtherFigures, former: (PeriodFigures, FurtherFigures)?, formerName: String
  ) -> ReportTable {
    ReportTable(
      id: "times-table", caption: strings(FurtherPhrase.timesCaption),
      columns: [
        .init(label: strings(FurtherPhrase.step)), .init(label: strings(ReportPhrase.count), isNumber: true),
        .init(label: strings(FurtherPhrase.median), isNumber: true),
        .init(label: strings(FurtherPhrase.p90), isNumber: true), .init(label: formerName, isNumber: true),
      ],
      rows: timeRows(of: figures, further, former: former), style: "tight")
  }

  private func timeRows(
    of figures: PeriodFigures, _ further: FurtherFigures, former: (PeriodFigures, FurtherFigures)?
  ) -> [ReportTable.Row] {
    func row(_ phrase: FurtherPhrase, _ definition: String, _ cells: [Figure]) -> ReportTable.Row {
      ReportTable.Row(
        [.init(.definition(strings(phrase), of: definition, at: path))]
          + cells.enumerated().map { .init($1, at: path, style: $0 == cells.count - 1 ? "z" : "") })
    }
    func figure(_ metric: Metric) -> Figure { edition.figure(metric, in: figures) }
    func figure(_ figure: Further, _ text: (Double?) -> String) -> Figure {
      edition.figure(figure, in: figures, further, text)
    }
    let count = { (value: Double?) in numbers.count(value.map { Int($0) }) }
    let span = { (value: Double?) in numbers.decimal(value, places: 1) }
    let formerFigures = former?.0
    return [
      row(
        .respond, Further.responded.definition,
        [
          figure(.responded, count), figure(.medianHoursToRespond), figure(.p90HoursToRespond, span),
          edition.figure(.medianHoursToRespond, in: formerFigures),
        ]),
      row(
        .inform, Further.informed.definition,
        [
          figure(.informed, count), figure(.medianHoursToInform, span), figure(.p90HoursToInform, span),
          edition.figure(.medianHoursToInform, in: formerFigures, former?.1, span),
        ]),
      row(
        .contain, Further.contained.definition,
        [
          figure(.contained, count), figure(.medianHoursToContain, span), figure(.p90HoursToContain, span),
          edition.figure(.medianHoursToContain, in: formerFigures, former?.1, span),
        ]),
      row(
        .close, Metric.medianDaysToClose.rawValue,
        [
          figure(.closed), figure(.medianDaysToClose), figure(.p90DaysToClose),
          edition.figure(.medianDaysToClose, in: formerFigures),
        ]),
    ]
  }

  /// The stages that took the most time in the cases closed in a period; `nil` without a step.
  func stages(_ times: StepTimes, in figures: PeriodFigures) -> ReportTable? {
    table(times.stages, by: .stage, in: figures)
  }

  /// The departments that took the most time; `nil` without a step.
  func departments(_ times: StepTimes, in figures: PeriodFigures) -> ReportTable? {
    table(times.departments, by: .department, in: figures)
  }

  /// More rows would hide where the time goes.
  private static let most = 12

  private func table(_ times: [StepTime], by kind: StepKind, in figures: PeriodFigures) -> ReportTable? {
    let shown = times.filter { $0.steps > 0 }.prefix(Self.most)
    guard !shown.isEmpty else { return nil }
    let caption = strings(
      kind == .stage ? FurtherPhrase.stagesCaption : .departmentsCaption, ["n": String(shown.count)])
    return ReportTable(
      id: kind == .stage ? "stages-table" : "step-departments-table", caption: caption,
      columns: [
        .init(
          label: kind == .stage ? strings(FurtherPhrase.stage) : strings(ReportPhrase.department),
          href: path.href(to: .definitions, fragment: "further-steps")),
        .init(label: strings(FurtherPhrase.steps), isNumber: true),
        .init(label: strings(FurtherPhrase.median), isNumber: true),
        .init(label: strings(FurtherPhrase.p90), isNumber: true),
        .init(label: strings(FurtherPhrase.totalDays), isNumber: true),
      ],
      rows: shown.map { time in
        let door = edition.door(ofStep: time.key, by: kind, in: figures)
        let texts = [
          numbers.count(time.steps), numbers.decimal(time.medianDays, places: 1),
          numbers.decimal(time.p90Days, places: 1), numbers.decimal(time.totalDays, places: 0),
        ]
        return ReportTable.Row(
          [.init(edition.label(ofStep: time.key, by: kind))] + texts.map { .init(Figure($0, door), at: path) })
      }, style: "tight")
  }
}
