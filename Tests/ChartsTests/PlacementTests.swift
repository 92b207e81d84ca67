import Charts
import Hypertext
import Testing

/// What must hold for every chart whatever its values.
@Suite struct PlacementTests {
  @Test(arguments: UInt64(1)...400)
  func textsNeitherOverlapNorLeave(seed: UInt64) throws {
    var charts = RandomCharts(seed: seed)
    let chart = charts.next()
    for width in [358.0, 384, 592, 696, 1216] {
      let drawn = try #require(Drawn(chart.svg(width: width)))
      #expect(drawn.faults == [], "seed \(seed), \(type(of: chart)), \(width) px")
      #expect(drawn.isWellFormed, "seed \(seed), \(type(of: chart)), \(width) px")
      #expect(drawn.width == width)
    }
    #expect(chart.table.rows.allSatisfy { $0.count == chart.table.columns.count }, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...40)
  func equalChartsDrawEqualBytes(seed: UInt64) {
    var first = RandomCharts(seed: seed)
    var second = RandomCharts(seed: seed)
    #expect(first.next().svg(width: 592).bytes == second.next().svg(width: 592).bytes)
  }

  @Test(arguments: Samples.all.indices)
  func theOrdinaryPrintsWhole(index: Int) throws {
    let (chart, width) = Samples.all[index]
    let drawn = try #require(Drawn(chart.svg(width: width)))
    #expect(!drawn.svg.contains("…"))
    #expect(drawn.faults == [])
  }

  /// Latin words cannot be broken anywhere, and a phone has no pointer to ask for the rest of a name.
  @Test(arguments: [358.0, 592]) func latinNamesBelowBarsStayWhole(width: Double) throws {
    let names = [
      "Electrical", "Electrolyte leakage", "Slow claim", "Parking", "Counter error", "System failure", "Public areas",
      "Termination", "Others",
    ]
    let chart = ParetoChart(
      name: ChartName(id: "names", title: "Electrical leads with 5", detail: "", rows: "Category"),
      bars: names.map { ParetoBar(label: $0, value: 2) },
      words: ParetoWords(value: "Cases", change: "Change", last: "Last month", share: "Share"))
    let drawn = try #require(Drawn(chart.svg(width: width)))
    let printed = Set(drawn.texts.flatMap { $0.words.split(separator: " ") })
    for word in names.flatMap({ $0.split(separator: " ") }) { #expect(printed.contains(word)) }
    #expect(drawn.faults == [])
  }
}
