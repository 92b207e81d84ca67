import Charts
import Complaints
import Findings
import Hypertext

/// By which way complaints came, and which departments bear which categories.
struct MonthlyChannels {
  let page: MonthlyPage

  init(_ page: MonthlyPage) {
    self.page = page
  }

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var channels: ReportTable {
    let findings = edition.findings
    let hides = edition.audience == .public
    let now = findings.split(findings.timeline.received(in: page.month.days), by: .channel)
    let former = page.former.map { findings.split(findings.timeline.received(in: $0.days), by: .channel) }
    func last(_ key: String) -> Double? {
      hides ? nil : former.map { $0.first { $0.key == key }?.received ?? 0 }
    }
    let all = now.filter { $0.received > 0 || (last($0.key) ?? 0) > 0 }
      .sorted { $0.received != $1.received ? $0.received > $1.received : $0.key < $1.key }
    let shown = edition.shown(all, of: .channel, in: page.month)
    let most = shown.first?.received ?? 0
    return ReportTable(
      id: "channel-table", caption: strings(MonthlyPhrase.channelCaption),
      definition: "dimension-received",
      columns: [
        .init(label: strings(MonthlyPhrase.channel)), .init(label: strings(ReportPhrase.count), isNumber: true),
        .init(label: strings(ReportPhrase.shareBar), isHidden: true),
        .init(label: strings(ReportPhrase.lastMonth), isNumber: true),
        .init(label: strings(ReportPhrase.change), isNumber: true),
      ],
      rows: shown.enumerated().map { index, entry in
        let label = entry.key.isEmpty ? strings(MonthlyPhrase.noChannel) : entry.label
        let count = numbers.count(Int(entry.received))
        let bar = InlineBar(
          id: "channel-\(index)", title: label + " " + count, value: entry.received, maximum: most)
        let path = page.path
        let former = Figure(
          numbers.count(last(entry.key).map { Int($0) }),
          door(.channel, page.former, entry.key, last(entry.key)))
        return ReportTable.Row([
          .init(label), .init(Figure(count, door(.channel, page.month, entry.key, entry.received)), at: path),
          .init(bar.svg(), style: "ibw"), .init(former, at: path, style: "z"),
          .init(numbers.change(last(entry.key).map { Int(entry.received - $0) })),
        ])
      },
      foot: hides
        ? nil
        : ReportTable.Row([
          .init(strings(ReportPhrase.total)), .init(edition.figure(.received, in: page.month), at: page.path),
          .init(""), .init(edition.figure(.received, in: page.former), at: page.path, style: "z"),
          .init(numbers.change(page.former.map { page.month.received - $0.received })),
        ]), style: "tight"
    ).dropping(hides ? 2 : 0)
  }

  /// Categories by department, by shares; `nil` for the public and for a month without a case.
  var cross: ReportTable? {
    guard edition.audience != .public, page.month.received > 0 else { return nil }
    let findings = edition.findings
    let cross = findings.cross(findings.timeline.received(in: page.month.days), .category, by: .department)
    let total = strings(ReportPhrase.total)
    return ReportTable(
      id: "cross-table", caption: strings(MonthlyPhrase.crossCaption),
      definition: "dimension-received",
      columns: [.init(label: strings(ReportPhrase.category))]
        + cross.columns.map {
          .init(label: $0.key.isEmpty ? strings(ReportPhrase.noDepartment) : $0.label, isNumber: true)
        } + [.init(label: total, isNumber: true)],
      rows: zip(cross.rows, cross.counts).map { head, counts in
        let all = counts.reduce(0, +)
        let door = edition.door(
          .received, in: page.month, at: edition.anchor(of: head.key, in: .category), of: all)
        return ReportTable.Row(
          [.init(head.key.isEmpty ? strings(ReportPhrase.noCategory) : head.label)]
            + zip(cross.columns, counts).map { cell($1, of: head.key, in: $0.key) }
            + [.init(Figure(count(all), door), at: page.path)])
      },
      foot: ReportTable.Row(
        [.init(total)]
          + zip(cross.columns, cross.columns.indices).map { head, column in
            let sum = cross.counts.reduce(0) { $0 + $1[column] }
            return .init(Figure(count(sum), door(.department, page.month, head.key, sum)), at: page.path)
          } + [.init(edition.figure(.received, in: page.month), at: page.path)]), style: "tight")
  }

  private func door(_ dimension: Dimension, _ period: PeriodFigures?, _ key: String, _ value: Double?) -> Door {
    edition.door(.split(dimension), in: period, at: edition.anchor(of: key, in: dimension), of: value)
  }

  /// A point for zero, which a table full of zeros would drown in; ten and more stand out.
  private func cell(_ value: Double, of category: String, in department: String) -> ReportTable.Cell {
    guard value > 0 else { return .init("·", style: "z") }
    let place = edition.anchor(of: department, in: .department) + "--" + edition.anchor(of: category, in: .category)
    let figure = Figure(count(value), edition.door(.split(.department), in: page.month, at: place, of: value))
    guard value >= 10 else { return .init(figure, at: page.path) }
    var markup = Markup()
    markup.element("b") { $0.append(figure.markup(at: page.path)) }
    return .init(markup)
  }

  private func count(_ value: Double) -> String {
    numbers.decimal(value, places: abs(value - value.rounded()) < 0.05 ? 0 : 1)
  }
}
