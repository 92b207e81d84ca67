import Charts

/// Random numbers that are the same on every machine (SplitMix64, Steele, Lea and Flood 2014).
struct Generator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Random charts of every kind, from the ordinary to the hostile.
struct RandomCharts {
  private var generator: Generator
  private let words = [
    "受理", "按期结案率", "Complaints received", "", "焊接不良（回流炉三号线）", "W", "8D 报告超期未交的案件", "其他", "<b>&\"'", "𠮷野家👨‍👩‍👧",
    "Unzertrennlichkeitsbescheinigung", "客户要求永久对策与验证数据的最后期限已经过去很久仍未答复的案件",
  ]

  init(seed: UInt64) {
    generator = Generator(seed: seed)
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }
  private mutating func word() -> String { words.randomElement(using: &generator) ?? "" }
  private mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

  private mutating func value() -> Double? {
    switch count(0...19) {
    case 0...2: nil
    case 3: 0
    case 4: chance(20) ? [1e18, 3e99, 1e-9, .nan, .infinity, 1e300].randomElement(using: &generator) : -12
    default: Double(count(0...9999)) / (chance(50) ? 1 : 100)
    }
  }

  private mutating func values(_ number: Int) -> [Double?] {
    switch count(0...9) {
    case 0: Array(repeating: 0, count: number)
    case 1: Array(repeating: nil, count: number)
    default: (0..<number).map { _ in value() }
    }
  }

  private mutating func format() -> ValueFormat {
    switch count(0...3) {
    case 0: .count
    case 1: .percent(decimals: 1)
    case 2: ValueFormat(decimals: 2, unit: " 万元")
    default: ValueFormat(decimals: 1, unit: " defective pieces per million")
    }
  }

  private mutating func name() -> ChartName {
    ChartName(id: "r", title: word(), detail: word(), rows: word())
  }

  private mutating func periods(_ number: Int) -> [AxisPeriod] {
    if chance(15) {
      return (0..<number).map { _ in AxisPeriod(label: word(), group: chance(30) ? word() : nil, name: word()) }
    }
    return Samples.periods(from: 2022, month: count(1...12), count: number)
  }

  private mutating func series(_ number: Int) -> ChartSeries {
    ChartSeries(name: word(), points: values(number).map { DataPoint($0, href: chance(30) ? "a.html" : nil) })
  }

  private mutating func number() -> Int { [0, 1, 2, 5, 13, 24, 60].randomElement(using: &generator) ?? 3 }
  private mutating func running() -> String? { chance(30) ? word() : nil }

  private mutating func reference() -> ReferenceLine? {
    chance(60) ? ReferenceLine(name: word(), value: Double(count(-5...9000))) : nil
  }

  private mutating func signals(_ number: Int) -> [Int: PointSignal] {
    var signals: [Int: PointSignal] = [:]
    for index in 0..<number where chance(15) {
      signals[index] = PointSignal(chance(50) ? .worse : .better, rules: [count(1...8)], words: word())
    }
    return signals
  }

  private mutating func stack(_ number: Int) -> [StackPart] {
    let tones: [MarkTone] = [.late, .ordinary, .pale]
    return (0..<count(0...3)).map { StackPart(series(number), tone: tones[$0]) }
  }

  mutating func next() -> any Chart {
    let n = number()
    let kind = count(0...9)
    switch kind {
    case 0:
      return LineChart(
        name: name(), periods: periods(n), series: (0..<count(0...2)).map { _ in series(n) }, format: format(),
        target: reference(), running: running(), fromZero: chance(60))
    case 1:
      return RunChart(
        name: name(), periods: periods(n), series: series(n), format: format(), centre: reference(),
        target: reference(), signals: signals(n), running: running(), fromZero: chance(60))
    case 2: return control(n)
    case 3:
      return BarChart(
        name: name(), periods: periods(n), series: series(n), format: format(), target: reference(),
        emphasised: chance(50) ? [n - 1] : [], running: running(), hasCategories: chance(40))
    case 4:
      return StackedBarChart(
        name: name(), periods: periods(n), parts: stack(n), total: word(), format: format(), running: running())
    case 5:
      return FlowChart(
        name: name(), periods: periods(n), incoming: series(n), outgoing: series(n), stock: stack(n),
        words: FlowWords(flows: word(), stock: word(), total: word(), running: running()), format: format())
    case 6: return pareto(min(n, 24))
    case 7: return unit()
    case 8: return timeline()
    default:
      return SmallMultiple(
        name: name(), periods: periods(n), series: series(n), format: format(), maximum: Double(count(0...9000)),
        mean: reference(), limit: reference(), signals: signals(n), running: running())
    }
  }

  private mutating func control(_ n: Int) -> ControlChart {
    let points = values(n).map { value in
      let centre = chance(80) ? Double(count(0...5000)) : nil
      return ControlPoint(
        value, centre: centre, lower: centre.map { $0 * 0.6 }, upper: centre.map { $0 * 1.4 },
        target: chance(60) ? 900 : nil,
        signal: chance(15) ? PointSignal(chance(50) ? .worse : .better, rules: [1, 5], words: word()) : nil,
        href: chance(20) ? "m.html" : nil)
    }
    return ControlChart(
      name: name(), periods: periods(n), points: points,
      words: ControlWords(
        value: word(), centre: word(), lower: word(), upper: word(), target: word(), signal: word(),
        trial: chance(30) ? "试行" : nil, running: running()),
      format: format(), breaks: (0..<count(0...4)).map { _ in ControlBreak(before: count(-1...30), reason: word()) },
      fromZero: chance(70))
  }

  private mutating func pareto(_ n: Int) -> ParetoChart {
    let bars = (0..<n).map { _ in
      ParetoBar(label: word(), value: value() ?? 0, last: value(), href: chance(40) ? "c.html" : nil)
    }
    return ParetoChart(
      name: name(), bars: bars, words: ParetoWords(value: word(), change: word(), last: word(), share: word()),
      format: format())
  }

  private mutating func unit() -> UnitChart {
    let rows = (0..<count(0...7)).map { _ in
      UnitRow(
        label: word(),
        squares: (0..<count(0...90)).map { _ in
          UnitSquare([.late, .near, .open, .paused].randomElement(using: &generator) ?? .open, title: word())
        },
        href: chance(50) ? "u.html" : nil, remark: chance(30) ? word() : nil)
    }
    return UnitChart(
      name: name(), rows: rows, words: UnitWords(count: word(), late: word(), total: word()),
      limit: chance(50) ? count(0...7) : nil)
  }

  private mutating func timeline() -> StepTimeline {
    let states: [TimelineStep.State] = [.done, .doneLate, .current, .late, .planned]
    let steps = (0..<count(0...12)).map { _ in
      TimelineStep(
        label: word(), state: states.randomElement(using: &generator) ?? .done, from: value(), to: value(),
        limit: value(), plannedFrom: value(), result: word(), href: chance(30) ? "s.html" : nil)
    }
    return StepTimeline(
      name: name(), steps: steps, dates: (0..<count(0...6)).map { TimelineDate(day: Double($0 * 15), label: word()) },
      words: TimelineWords(
        dates: word(), days: word(), from: word(), to: word(), limit: word(), result: word(), today: word()),
      today: value())
  }
}
