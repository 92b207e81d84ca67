import Complaints
import Dispatch
import Findings
import Statistics
import Synchronization
import Testing

/// Whether what changed is found, and how often what did not change is called unusual: on simulated ledgers.
@Suite struct UnusualTests {
  /// Four times as many cases of one category in the last month.
  @Test(arguments: 1...10)
  func aPlantedShiftIsFoundInItsMonth(seed: Int) throws {
    let category = SteadyLedger.categories[seed % 3].0
    let months = 14 + seed % 5
    let ledger = SteadyLedger(
      months: months, rate: 30, shift: .init(month: months - 1, category: category, factor: 4))
    let findings = ledger.findings(seed: UInt64(seed))
    let found = findings.notable().compactMap { notable -> KeySignal? in
      if case .key(let signal) = notable.fact { signal } else { nil }
    }
    let signal = try #require(found.first { $0.key == category }, "\(found.map(\.key))")
    #expect(signal.month == ledger.lastMonth)
    #expect(signal.count * signal.months > 2 * signal.former)
    #expect(findings.notable().count <= 7)
    // The cases behind it are those that it counts.
    #expect(findings.cases(behind: signal).count == signal.count)
    let before = try #require(findings.keyLooks(in: ledger.lastMonth.previous))
    #expect(!before.signals.contains { $0.key == category })
  }

  /// The rate that the page of definitions states is the one measured here.
  @Test func falseAlarmsAreAsManyAsTheDefinitionsSay() {
    let stated = Notable.falseAlarms
    let alarms = Mutex([Int](repeating: 0, count: stated.ledgers))
    DispatchQueue.concurrentPerform(iterations: stated.ledgers) { index in
      let ledger = SteadyLedger(months: 13 + index % 12, rate: 12 + Double(index % 3) * 6)
      let found = ledger.findings(seed: UInt64(1_000 + index)).notable().count
      alarms.withLock { $0[index] = found }
    }
    #expect(stated.ledgers == 200)
    #expect(alarms.withLock { $0.count { $0 > 0 } } == stated.alarmed)
  }

  @Test func belowTwelveMonthsNothingIsSaid() {
    let ledger = SteadyLedger(months: 11, rate: 20, shift: .init(month: 10, category: "quality/electrical", factor: 9))
    #expect(ledger.findings(seed: 3).notable().isEmpty)
  }
}
