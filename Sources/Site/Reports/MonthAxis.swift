import Charts
import Complaints
import Findings

extension Edition {
  /// A month as charts name it: short below the axis, its year once, in full in tables.
  func axisMonth(_ month: Period) -> AxisPeriod {
    let (year, number, _) = month.first.parts
    return AxisPeriod(
      label: strings.text("month.\(number)") ?? "\(number)", group: strings(UnitPhrase.year, ["y": "\(year)"]),
      name: month.description)
  }

  /// The months up to one of them, oldest first, as many as there are of those wanted.
  func months(through month: Period, count: Int) -> [PeriodFigures] {
    findings.periods(.month).filter { $0.period <= month }.suffix(count).map(\.self)
  }

  /// 2026 年 10 月, with the words for a month that is not over.
  func heading(of figures: PeriodFigures) -> String {
    let name = numbers.period(figures.period)
    return figures.isRunning ? strings(ReportPhrase.runningHeading, ["period": name, "day": asOf.description]) : name
  }
}
