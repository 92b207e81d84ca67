import Charts
import Foundation
import Hypertext
import Testing

@Suite struct MeaningTests {
  private func line(_ values: [Double?], hrefs: Bool = false) -> LineChart {
    LineChart(
      name: ChartName(id: "x", title: "发现", detail: "说明", rows: "月份"),
      periods: Array(Samples.months.prefix(values.count)),
      series: [Samples.series("受理", values, linked: hrefs)])
  }

  private func matches(_ pattern: String, _ svg: String) -> Int {
    svg.components(separatedBy: pattern).count - 1
  }

  /// Two runs are two lines; a point between gaps is a dot without a line; zero is a point like any other.
  @Test(
    arguments: [
      ([1.0, 2, nil, 4, 5], 2, 4), ([1, nil, 3, nil, 5], 0, 3), ([0, 0, 0], 1, 3), ([nil, nil], 0, 0), ([], 0, 0),
      ([7], 0, 1),
    ] as [([Double?], Int, Int)])
  func aGapIsNotZero(values: [Double?], lines: Int, dots: Int) {
    let svg = line(values).svg(width: 592).string
    #expect(matches("<polyline", svg) == lines)
    #expect(matches("<circle", svg) == dots)
  }

  @Test func zeroStandsOnTheAxis() {
    let svg = line([0, 10]).svg(width: 592).string
    let zero = svg.firstMatch(of: /<line x1="[0-9.]+" y1="([0-9.]+)" x2="[0-9.]+" y2="[0-9.]+" class="s-rule2 l1"/)
    let dot = svg.firstMatch(of: /<circle cx="[0-9.]+" cy="([0-9.]+)"/)
    #expect(zero != nil && zero?.1 == dot?.1)
  }

  @Test func theRunningPeriodIsDrawnApart() {
    var chart = line([4, 5, 6])
    #expect(!chart.svg(width: 592).string.contains("dash"))
    chart.running = "未完"
    let svg = chart.svg(width: 592).string
    #expect(svg.contains("s-ink l2 dash") && svg.contains("f-paper s-ink") && svg.contains("未完</text>"))
    #expect(chart.table.rows[2].map(\.text) == ["2025-11", "6", "未完"])
  }

  @Test(arguments: Samples.all.indices)
  func theFindingIsToldToThoseWhoListen(index: Int) {
    let chart = Samples.all[index].chart
    let svg = chart.svg(width: 592).string
    let hasLinks = svg.contains("<a href=")
    #expect(svg.contains("<title>\(chart.name.title)</title><desc>\(chart.name.detail)</desc>"))
    #expect(svg.contains(hasLinks ? "role=\"group\" aria-label=\"\(chart.name.title)\"" : "role=\"img\""))
    #expect(!svg.contains("style="))
    #expect(svg.hasPrefix("<svg class=\"w\""))
    #expect(chart.svg(width: 358).string.hasPrefix("<svg class=\"n\""))
  }

  @Test func linksMakeAGroup() {
    #expect(line([1, 2]).svg(width: 592).string.contains("role=\"img\""))
    let linked = line([1, 2], hrefs: true).svg(width: 592).string
    #expect(
      linked.contains("role=\"group\"") && linked.contains("<a href=\"cases/0.html\"><title>2025-09 受理 1</title>"))
  }

  @Test func idsDifferBetweenTheTwoDrawings() {
    let pair = [800.0, 358].map { Samples.timeline.svg(width: $0).string }
    let ids = pair.flatMap { $0.matches(of: /id="([^"]+)"/).map { String($0.1) } }
    #expect(ids == ["f-time-w-hatch", "f-time-n-hatch"])
    #expect(pair[0].contains("url(#f-time-w-hatch)") && pair[1].contains("url(#f-time-n-hatch)"))
  }

  @Test func hostileWordsStayWords() {
    let bad = "</text><script>alert('1')</script>\"&"
    let chart = BarChart(
      name: ChartName(id: "x", title: bad, detail: bad, rows: bad), periods: [AxisPeriod(label: bad, name: bad)],
      series: ChartSeries(name: bad, points: [DataPoint(1, href: bad)]), running: bad)
    let markup = ChartFigure(chart, number: bad, method: bad, summary: bad, key: [KeyItem(.tick, bad)], width: 592)
      .markup()
    #expect(!markup.string.contains("<script") && !markup.string.contains("'"))
  }

  @Test func whatIsElidedIsToldWhole() {
    let long = "客户要求永久对策与验证数据的最后期限已经过去很久仍未答复的案件"
    let chart = BarChart(
      name: Samples.name("x", "t"), periods: [AxisPeriod(label: long, name: long)] + Samples.months,
      series: Samples.series("件数", [1]), hasCategories: true)
    let svg = chart.svg(width: 358).string
    #expect(svg.contains("…") && svg.contains(long))
  }

  /// The fifth bar of 17, 11, 8, 6, 4 of 55 is the one that passes 80 % (46 of 55 = 83.6 %).
  @Test func paretoEmphasisesUpToFourFifths() {
    let svg = Samples.pareto.svg(width: 592).string
    #expect(matches("class=\"f-ink2\"", svg) == 5)
    #expect(Samples.pareto.table.rows[4].map(\.text) == ["包装标签", "4", "83.6%", "4", "0"])
  }

  @Test func paretoOfNothingHasNoShares() {
    let chart = ParetoChart(
      name: Samples.name("x", "t"), bars: [ParetoBar(label: "甲", value: 0)],
      words: ParetoWords(value: "件数", change: "较上月", last: "上月", share: "累计"))
    #expect(!chart.svg(width: 592).string.contains("80%"))
    #expect(chart.table.rows == [["甲", "0", "—", "—", "—"].map { DataTable.Cell($0) }])
  }

  @Test func signalsHaveShapesAndWords() {
    let svg = Samples.control.svg(width: 696).string
    #expect(svg.contains("f-worse s-paper") && svg.contains("2.02%，超上限</text>"))
    #expect(svg.contains("f-better s-paper") && svg.contains("连续 9 月低于均值</text>"))
    #expect(svg.contains("2025-07 AOI 上线，界限重算</text>"))
  }

  @Test func theTableHoldsWhatIsDrawn() {
    let rows = Samples.flow.table.rows
    #expect(rows.count == 13)
    #expect(rows.last?.map(\.text) == ["2026-09", "55", "41", "49", "8", "41"])
    #expect(Samples.unit.table.rows.last?.map(\.text) == ["合计", "8", "49"])
  }

  @Test func aFigureHoldsTwoDrawingsAndTheNumbers() {
    let html = ChartFigure(
      Samples.flow, number: "图 3", method: "每月", summary: "图 3 数据", key: [KeyItem(.bar(.late), "超期")], width: 592
    ).markup().string
    #expect(html.hasPrefix("<figure><figcaption><h2 class=\"t\"><span class=\"no\">图 3</span>6 月以来"))
    #expect(matches("<svg class=\"w\"", html) == 1 && matches("<svg class=\"n\"", html) == 1)
    #expect(html.contains("<details class=\"data\"><summary>图 3 数据</summary><div class=\"tw\""))
  }
}
