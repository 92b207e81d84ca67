import Charts
import Complaints
import Findings
import Hypertext
import Templates

/// A small chart for each department on one common scale: what it bears of the cases received, by its shares.
struct DepartmentMultiples {
  let edition: Edition
  let months: [PeriodFigures]
  let path: PagePath
  private let series: [(key: String, label: String, counts: [Double], open: Double)]

  /// - Parameter months: Oldest first; the last is the one spoken of.
  init(_ months: [PeriodFigures], in edition: Edition, at path: PagePath, most: Int = 7) {
    self.months = months
    self.edition = edition
    self.path = path
    let findings = edition.findings
    let splits = months.map { month in
      findings.split(findings.timeline.received(in: month.days), by: .department)
    }
    let open = findings.split(edition.openCases(at: edition.asOf), by: .department)
    let keys = findings.keys(of: .department).map { ($0, findings.label(of: $0, in: .department)) }
    let all = keys.map { key, label in
      (
        key: key, label: key.isEmpty ? edition.strings(ReportPhrase.noDepartment) : label,
        counts: splits.map { split in split.first { $0.key == key }?.received ?? 0 },
        open: open.first { $0.key == key }?.received ?? 0
      )
    }
    let busiest = all.filter { $0.counts.contains { $0 > 0 } }
      .sorted { one, other in
        let (a, b) = (one.counts.reduce(0, +), other.counts.reduce(0, +))
        return a != b ? a > b : one.key < other.key
      }
      .prefix(most)
    series = Array(busiest)
  }

  private var strings: Strings { edition.strings }
  var isEmpty: Bool { series.isEmpty }

  /// The department with the most of this month, against its own mean.
  var finding: Sentence {
    guard let first = series.filter({ !$0.key.isEmpty }).max(by: { ($0.counts.last ?? 0) < ($1.counts.last ?? 0) }),
      let now = first.counts.last, now > 0, let mean = mean(first.counts)
    else { return Sentence(strings(OverviewPhrase.departmentsPlain)) }
    let undecided = series.first { $0.key.isEmpty }?.counts.last ?? 0
    if undecided > now {
      return strings.sentence(
        OverviewPhrase.departmentsUndecided,
        [
          "n": .figure(figure(undecided, of: "")), "label": .words(first.label),
          "m": .figure(figure(now, of: first.key)),
        ])
    }
    return strings.sentence(
      OverviewPhrase.departmentsFinding,
      [
        "label": .words(first.label), "n": .figure(figure(now, of: first.key)),
        "months": .words(String(first.counts.count - 1)), "mean": .words(count(mean)),
      ])
  }

  var method: String {
    strings(OverviewPhrase.departmentsMethod, ["n": String(months.count), "top": count(maximum)])
  }

  /// The mean of the months before the last; `nil` without one.
  private func mean(_ counts: [Double]) -> Double? {
    let former = counts.dropLast()
    return former.isEmpty ? nil : former.reduce(0, +) / Double(former.count)
  }

  /// What a department bears of the last month.
  private func figure(_ value: Double, of key: String) -> Figure { Figure(count(value), door(key, months.last, value)) }

  private func door(_ key: String, _ month: PeriodFigures?, _ value: Double) -> Door {
    edition.door(
      .split(.department), in: month, at: edition.anchor(of: key, in: .department), of: value)
  }

  private var maximum: Double { series.flatMap(\.counts).max() ?? 0 }

  /// Shares of cases are fractions: one decimal where there is one.
  private func count(_ value: Double) -> String {
    edition.numbers.decimal(value, places: abs(value - value.rounded()) < 0.05 ? 0 : 1)
  }

  var list: [TemplateValue] {
    let total = Double(months.last?.received ?? 0)
    return series.enumerated().map { index, department in
      let now = department.counts.last ?? 0
      let share = edition.numbers.percent(total > 0 ? now / total : nil, places: 0)
      let door = door(department.key, months.last, now)
      let figures = strings.sentence(
        OverviewPhrase.departmentFigures,
        ["n": .figure(Figure(count(now), door)), "share": .figure(Figure(share, door))])
      let open = Figure(
        count(department.open),
        edition.door(
          .openDepartments, in: months.last, at: edition.anchor(of: department.key, in: .department),
          of: department.open))
      let chart = SmallMultiple(
        name: ChartName(
          id: "department-\(index)", title: department.label + " " + figures.text, detail: method,
          rows: strings(ReportPhrase.month)),
        periods: months.map { edition.axisMonth($0.period) }.enumerated().map { place, period in
          // Only the ends are named, so they carry the year.
          AxisPeriod(label: String(months[place].period.description.dropFirst(2)), name: period.name)
        },
        series: ChartSeries(
          name: strings(ReportPhrase.count),
          points: zip(months, department.counts).map { month, value in
            DataPoint(value, href: self.door(department.key, month, value).href(from: path))
          }),
        format: ValueFormat(decimals: 1), maximum: maximum,
        mean: mean(department.counts).map { ReferenceLine(name: strings(ReportPhrase.mean), value: $0) },
        running: months.last?.isRunning == true ? strings(ReportPhrase.runningShort) : nil)
      return [
        "label": .text(department.label), "figures": .markup(figures.markup(at: path)),
        "open": .markup(
          strings.sentence(OverviewPhrase.departmentOpen, ["n": .figure(open)]).markup(at: path)),
        "chart": .markup(chart.svg()),
      ]
    }
  }
}
