import Charts

/// Invented charts, one of every kind, that double as examples; also what the golden files show.
enum Samples {
  static let months: [AxisPeriod] = periods(from: 2025, month: 9, count: 13)

  static func periods(from year: Int, month: Int, count: Int) -> [AxisPeriod] {
    (0..<count).map { offset in
      let index = year * 12 + month - 1 + offset
      let month = index % 12 + 1
      let padded = month < 10 ? "0\(month)" : "\(month)"
      return AxisPeriod(label: "\(month)", group: "\(index / 12) 年", name: "\(index / 12)-\(padded)")
    }
  }

  static func name(_ id: String, _ title: String) -> ChartName {
    ChartName(id: id, title: title, detail: title + "，详见数据表", rows: "月份")
  }

  static func series(_ name: String, _ values: [Double?], linked: Bool = false) -> ChartSeries {
    ChartSeries(
      name: name,
      points: values.enumerated().map { DataPoint($1, href: linked ? "cases/\($0).html" : nil) })
  }

  static let line = LineChart(
    name: name("f-line", "首次回复 7.4 小时，达到目标"), periods: months,
    series: [
      series("本厂", [9.1, 8.8, 9.4, 8.1, nil, 7.2, nil, 8.6, 8.0, 7.7, 7.9, 7.1, 7.4], linked: true),
      series("代理", [11, 12.5, 12, 10.2, 10.8, 11.1, 10, 9.4, 9.2, 9.8, 8.9, 9.3, 8.8]),
    ],
    format: ValueFormat(decimals: 1, unit: " 小时"), target: ReferenceLine(name: "目标", value: 8),
    running: "未完")

  static let run = RunChart(
    name: name("f-run", "结案中位数 18 日，连续 7 月低于中位线"), periods: Array(months.suffix(10)),
    series: series("结案用时", [24, 26, 21, 19.5, 18, 19, 17, 18.5, 16, 18]),
    format: ValueFormat(decimals: 1, unit: " 日"), centre: ReferenceLine(name: "中位数", value: 19.2),
    target: ReferenceLine(name: "目标", value: 15),
    signals: [9: PointSignal(.better, rules: [2], words: "连续 7 月低于中位数")])

  static let rates: [Double] = [
    1.83, 1.93, 1.77, 1.91, 1.97, 1.92, 1.82, 1.96, 1.84, 1.86, 1.38, 1.27, 1.32, 1.22, 1.31, 1.37, 1.17, 1.19, 1.27,
    1.31, 1.21, 1.28, 1.41, 1.63, 2.02, 1.1,
  ]

  static let control = ControlChart(
    name: name("f-p", "客诉率 2.02%，界限重算以来首次越过上限"), periods: periods(from: 2024, month: 9, count: 26),
    points: rates.enumerated().map { index, rate in
      let wobble = Double(index * 7 % 5) * 0.02
      let centre = index < 10 ? 1.88 : 1.28
      let isRunning = index == 25
      return ControlPoint(
        rate, centre: isRunning ? nil : centre, lower: isRunning ? nil : centre - 0.66 - wobble,
        upper: isRunning ? nil : centre + 0.64 + wobble, target: index < 16 ? 1.5 : 1.0,
        signal: index == 24
          ? PointSignal(.worse, rules: [1], words: "2.02%，超上限")
          : (index == 16 ? PointSignal(.better, rules: [2], words: "连续 9 月低于均值") : nil),
        href: "months/\(index).html")
    },
    words: ControlWords(
      value: "客诉率", centre: "均值", lower: "下限", upper: "上限", target: "目标", signal: "信号", running: "10 月未完"),
    format: ValueFormat(decimals: 2, unit: "%"),
    breaks: [ControlBreak(before: 10, reason: "2025-07 AOI 上线，界限重算")])

  static let trial = ControlChart(
    name: name("f-c", "焊接不良 9 件，界限为试行"), periods: Array(months.suffix(9)),
    points: [4, 6, 5, nil, 7, 5, 4, 6, 9].map {
      ControlPoint($0.map(Double.init), centre: 5.6, lower: 0, upper: 12.7)
    },
    words: ControlWords(
      value: "件数", centre: "均值", lower: "下限", upper: "上限", target: "目标", signal: "信号", trial: "试行"),
    limitFormat: ValueFormat(decimals: 1))

  static let bars = BarChart(
    name: name("f-bar", "9 月受理 55 件"), periods: months,
    series: series("受理", [35, 31, 34, 37, 30, 24, 33, 35, 32, 34, 38, 44, 55], linked: true),
    target: ReferenceLine(name: "目标", value: 40), emphasised: [12], running: "未完")

  static let categories = BarChart(
    name: name("f-cat", "电子产品事业部 23 件"),
    periods: [
      ("电子产品事业部", 23), ("汽车", 14), ("Industrial automation", 9), ("医疗器械", 4), ("其他", -2),
    ].map { AxisPeriod(label: $0.0, name: $0.0) },
    series: series("件数", [23, 14, 9, 4, -2]), emphasised: [0], hasCategories: true)

  static let stock: [StackPart] = [
    StackPart(series("超期", [2, 1, 2, 3, 2, 1, 1, 2, 1, 2, 3, 5, 8], linked: true), tone: .late),
    StackPart(series("期限内", [24, 23, 24, 25, 23, 22, 24, 24, 22, 22, 25, 30, 41]), tone: .ordinary),
  ]

  static let stacked = StackedBarChart(
    name: name("f-stack", "未结 49 件，其中超期 8 件"), periods: months, parts: stock, total: "未结")

  static let flow = FlowChart(
    name: name("f-flow", "6 月以来受理一直多于结案，未结升至 49 件"), periods: months,
    incoming: series("受理", [35, 31, 34, 37, 30, 24, 33, 35, 32, 34, 38, 44, 55]),
    outgoing: series("结案", [36, 33, 32, 35, 33, 26, 31, 34, 35, 33, 34, 37, 41]), stock: stock,
    words: FlowWords(flows: "受理与结案（件）", stock: "月末未结（件），底部为其中超期", total: "未结"))

  static let pareto = ParetoChart(
    name: name("f-pareto", "焊接不良 17 件，比上月多 8 件；前五类占 84%"),
    bars: [
      ("焊接不良", 17, 9), ("功能失效", 11, 10), ("外观不良", 8, 9), ("尺寸不符", 6, 5), ("包装标签", 4, 4), ("错发少发", 3, 2),
      ("资料缺误", 3, 2), ("交期延误", 2, 2), ("其他", 1, 1),
    ].map { ParetoBar(label: $0.0, value: $0.1, last: $0.2, href: "#" + $0.0) },
    words: ParetoWords(value: "件数", change: "较上月", last: "上月", share: "累计占比"))

  static let unit = UnitChart(
    name: name("f-age", "未结 49 件，三成超过 22 日"),
    rows: [
      ("0–7 日", 0, 3, 14, 0), ("8–15 日", 1, 0, 8, 0), ("16–22 日", 1, 2, 5, 0), ("23–30 日", 2, 0, 3, 1),
      ("31–45 日", 2, 0, 5, 0), ("46 日以上", 2, 0, 0, 0),
    ].map { label, late, near, open, paused in
      let states: [(StatusMark, Int)] = [(.late, late), (.near, near), (.open, open), (.paused, paused)]
      let squares = states.flatMap { mark, count in (0..<count).map { UnitSquare(mark, title: "KS-\($0)") } }
      return UnitRow(
        label: label, squares: squares, href: "open.html", remark: label == "46 日以上" ? "已过 45 日结案期限" : nil)
    },
    words: UnitWords(count: "件数", late: "超期", total: "合计"), limit: 5)

  static let multiple = SmallMultiple(
    name: name("f-sm", "制造二部 19 件"),
    periods: months.map { AxisPeriod(label: String($0.name.dropFirst(2)), name: $0.name) },
    series: series("件数", [7, 6, 7, 7, 6, 5, 7, 7, 6, 7, 9, 13, 19]), maximum: 20,
    mean: ReferenceLine(name: "均值", value: 7.3, format: ValueFormat(decimals: 1)),
    limit: ReferenceLine(name: "上限", value: 15.3, format: ValueFormat(decimals: 1)),
    signals: [12: PointSignal(.worse, rules: [1], words: "超上限")])

  static let improved = SmallMultiple(
    name: name("f-sm2", "物流部 2 件"), periods: multiple.periods,
    series: series("件数", [7, 6, 6, 7, 5, 4, 4, 4, 4, 3, 3, 2, 2]), maximum: 20,
    mean: ReferenceLine(name: "均值", value: 4.6), limit: ReferenceLine(name: "上限", value: 11),
    signals: Dictionary(
      uniqueKeysWithValues: (6...12).map { ($0, PointSignal(.better, rules: [2], words: "连续 7 月低于均值")) }))

  static let sparks: [Sparkline] = [
    Sparkline(
      title: "受理", values: [35, 31, 34, 37, 30, 24, 33, 35, 32, 34, 38, 44, 55], normal: 24...42, signal: .worse),
    Sparkline(
      title: "按期结案率", values: [92, 90, 95, 91, nil, nil, 93, nil, 94, 90, 91, 89, 87.8], normal: 88...95, target: 90),
    Sparkline(title: "空", values: []), Sparkline(title: "零", values: [0, 0, 0]),
  ]

  static let timeline = StepTimeline(
    name: name("f-time", "围堵迟 1 日，原因确认超期 5 日"),
    steps: [
      .init(label: "受理登记", state: .done, from: 0, to: 0.1, limit: 0.2, result: "2 小时"),
      .init(label: "首次回复", state: .done, from: 0.1, to: 0.3, limit: 1, result: "7.4 小时"),
      .init(label: "初判分级", state: .done, from: 0.3, to: 2.2, limit: 3, result: "第 2 日"),
      .init(label: "围堵 D3", state: .doneLate, from: 2.2, to: 6.1, limit: 5, result: "第 6 日，迟 1 日"),
      .init(label: "样品分析", state: .done, from: 6.1, to: 11.3, limit: 12, result: "第 11 日"),
      .init(label: "原因 D4", state: .late, from: 11.3, limit: 18, result: "超期 5 日"),
      .init(label: "对策 D5", state: .late, limit: 22, plannedFrom: 18, result: "未开始，过 1 日"),
      .init(label: "实施 D6", state: .planned, limit: 32, plannedFrom: 22, result: "限第 32 日"),
      .init(label: "结案 D8", state: .planned, limit: 45, plannedFrom: 43, result: "限第 45 日"),
    ],
    dates: [
      .init(day: 0, label: "9-07"), .init(day: 15, label: "9-22"), .init(day: 30, label: "10-07"),
      .init(day: 45, label: "10-22"),
    ],
    words: TimelineWords(
      dates: "日期", days: "受理后日数", from: "起", to: "止", limit: "期限", result: "结果", today: "9-30 今"),
    today: 23)

  static let gauges: [InlineBar] = [
    InlineBar(id: "g1", title: "23 日，期限 18 日", value: 23, maximum: 25, limit: 18, tone: .emphasised),
    InlineBar(id: "g2", title: "23 日，期限 45 日", value: 23, maximum: 50, limit: 45, tone: .emphasised),
    InlineBar(id: "g3", title: "17 件", value: 17, maximum: 20), InlineBar(id: "g4", title: "无", value: nil, maximum: 0),
  ]

  /// Every chart with its wide measure.
  static let all: [(chart: any Chart, width: Double)] = [
    (line, 592), (run, 592), (control, 696), (trial, 592), (bars, 592), (categories, 384), (stacked, 592), (flow, 592),
    (pareto, 592), (unit, 384), (timeline, 800),
  ]

  /// Sixty periods, long English names, no values: shown in the gallery only.
  static let extremes: [any Chart] = [
    ControlChart(
      name: name("x-60", "Sixty months"), periods: periods(from: 2021, month: 10, count: 60),
      points: (0..<60).map { index in
        ControlPoint(
          Double((index * 37) % 23) + 900, centre: 911, lower: 880, upper: 940,
          signal: index % 17 == 16 ? PointSignal(.worse, rules: [1], words: "above the limit") : nil)
      },
      words: ControlWords(
        value: "PPM", centre: "Mean", lower: "Lower limit", upper: "Upper limit", target: "Target", signal: "Signal",
        running: "in course"),
      breaks: [
        ControlBreak(before: 20, reason: "New line"), ControlBreak(before: 24, reason: "Recalculated after the move"),
      ],
      fromZero: false),
    FlowChart(
      name: name("x-flow", "Sixty months of flow"), periods: periods(from: 2021, month: 10, count: 60),
      incoming: series("Received", (0..<60).map { Double(($0 * 37) % 23) + 300 }),
      outgoing: series("Closed", (0..<60).map { Double(($0 * 31) % 29) + 290 }),
      stock: [
        StackPart(series("Overdue", (0..<60).map { Double(($0 * 7) % 11) * 100 }), tone: .late),
        StackPart(series("In time", (0..<60).map { Double(($0 * 5) % 13) * 100 }), tone: .ordinary),
      ],
      words: FlowWords(flows: "Received and closed", stock: "Open at month end", total: "Open", running: "in course")),
    BarChart(
      name: name("x-bars", "Sixty"), periods: periods(from: 2021, month: 10, count: 60),
      series: series("Received", (0..<60).map { Double(($0 * 37) % 23) * 1000 })),
    LineChart(name: name("x-nil", "Nothing"), periods: months, series: [series("受理", [])]),
    LineChart(
      name: name("x-one", "One"), periods: Array(months.prefix(1)), series: [series("受理", [0]), series("结案", [0])],
      target: ReferenceLine(name: "目标", value: 0)),
    ParetoChart(
      name: name("x-pareto", "Long names"),
      bars: [
        ("Soldering defects of reflow line three", 1700.0), ("Packaging", 900), ("客户要求永久对策与验证数据", 700), ("Labels", 20),
        ("Other", 300),
      ].map { ParetoBar(label: $0.0, value: $0.1, last: nil) },
      words: ParetoWords(value: "Cases", change: "vs last month", last: "Last month", share: "Cumulative")),
  ]
}
