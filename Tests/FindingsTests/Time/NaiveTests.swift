import Complaints
import Findings
import Testing

/// The figures once more by going through every case for every period, straight from the definitions.
@Suite struct NaiveTests {
  static let asOf = day("2026-02-17")

  @Test(arguments: [1, 2, 3] as [UInt64], PeriodKind.allCases) func figuresAgreeWithCountingAnew(
    seed: UInt64, kind: PeriodKind
  ) {
    let ledger = randomLedger(300, seed: seed)
    let findings = Findings(ledger, asOf: Self.asOf)
    let cases = ledger.cases.map(\.complaint).filter { $0.exclusion(asOf: Self.asOf) == nil }
      .map { ($0, standing(of: $0, asOf: Self.asOf, settings: ledger.settings)) }
    #expect(!findings.periods(kind).isEmpty)
    for figures in findings.periods(kind) {
      let naive = Naive(cases, figures.period, asOf: Self.asOf, exposure: ledger.exposure)
      for metric in Metric.allCases {
        #expect(
          figures.value(of: metric).isClose(to: naive.value(of: metric)), "\(metric.rawValue) of \(figures.period)")
      }
    }
  }

  @Test func openAndOverdueCasesAreAsManyAsCounted() {
    let findings = Findings(randomLedger(300, seed: 7), asOf: Self.asOf)
    for figures in findings.periods(.week) {
      #expect(findings.timeline.open(at: figures.days.upperBound).count == figures.openEnd)
      #expect(findings.timeline.overdue(at: figures.days.upperBound).count == figures.overdueEnd)
    }
    let standing = findings.cases.indices.filter { findings.cases[$0].standing.isOverdue == true }
    #expect(Set(findings.timeline.overdue(at: Self.asOf)) == Set(standing))
    #expect(standing.count > 5)
  }
}

extension Double? {
  fileprivate func isClose(to other: Double?) -> Bool {
    guard let self, let other else { return self == nil && other == nil }
    return abs(self - other) <= 1e-9 * Swift.max(1, abs(other))
  }
}

/// One period, counted anew.
private struct Naive {
  let period: Period
  let asOf: Day
  let received, closed, everybody: [(complaint: Complaint, standing: Standing)]
  let exposure: [ExposureRow]

  init(_ cases: [(Complaint, Standing)], _ period: Period, asOf: Day, exposure: [ExposureRow]) {
    self.period = period
    self.asOf = asOf
    self.exposure = exposure
    everybody = cases.map { (complaint: $0.0, standing: $0.1) }
    received = everybody.filter { period.contains($0.complaint.received.day) }
    closed = everybody.filter { $0.standing.closed.map { period.contains($0.day) } ?? false }
  }

  func value(of metric: Metric) -> Double? {
    let valid = received.filter { !["invalid", "not_established"].contains($0.complaint.validityCode ?? "") }
    let products = valid.flatMap(\.complaint.products)
    let marks = closed.compactMap { $0.complaint.satisfaction.map(Double.init) }
    let days = closed.compactMap(\.standing.daysToClose)
    let withDue = closed.filter { $0.standing.due != nil }
    let onTime = withDue.filter { $0.standing.isOnTime == true }
    let lots = products.map { Double($0.lots) }.reduce(0, +)
    let defective = products.map { $0.defective?.double ?? 0 }.reduce(0, +)
    switch metric {
    case .received: return Double(received.count)
    case .valid: return Double(valid.count)
    case .closed: return Double(closed.count)
    case .openEnd: return Double(everybody.filter(isOpen).count)
    case .overdueEnd: return Double(everybody.filter { isOpen($0) && isLate($0) }.count)
    case .closedWithDue: return Double(withDue.count)
    case .closedOnTime: return Double(onTime.count)
    case .onTimeRate: return over(Double(onTime.count), Double(withDue.count))
    case .completedOfReceived:
      return over(Double(received.filter { $0.standing.closed != nil }.count), Double(received.count))
    case .medianDaysToClose: return typeSeven(days, 0.5)
    case .p90DaysToClose: return typeSeven(days, 0.9)
    case .medianHoursToRespond: return typeSeven(hours, 0.5)
    case .complaintLots: return lots
    case .shippedLots: return shipped(\.shippedLots)
    case .complaintRate: return over(lots, shipped(\.shippedLots))
    case .defective: return defective
    case .shippedUnits: return shipped(\.shippedUnits)
    case .ppm: return over(defective * 1_000_000, shipped(\.shippedUnits))
    case .cost: return closed.flatMap(\.complaint.costs).filter { $0.kind != "claim" }.map(\.amount.units).reduce(0, +)
    case .satisfactionMean: return over(marks.reduce(0, +), Double(marks.count))
    case .satisfactionAnswers: return Double(marks.count)
    case .reopened:
      return Double(everybody.filter { $0.standing.reopened.contains { period.contains($0.day) } }.count)
    case .repeats: return Double(received.filter { $0.complaint.repeatOf != nil }.count)
    }
  }

  private var end: Day { min(period.last, asOf) }

  private func isOpen(_ one: (complaint: Complaint, standing: Standing)) -> Bool {
    one.complaint.received.day <= end && (one.standing.closed.map { $0.day > end } ?? true)
  }

  /// Past its due time at 23:59:59 of the last day, and no pause without an end has begun by then.
  private func isLate(_ one: (complaint: Complaint, standing: Standing)) -> Bool {
    guard let due = one.standing.due?.moment else { return false }
    return Moment(day: end, second: 86_399, zone: shanghai).utc > due.utc
      && !one.complaint.pauses.contains { $0.to == nil && $0.from.day <= end }
  }

  private var hours: [Double] {
    everybody.compactMap { one in
      guard let at = one.standing.responded, period.contains(at.day), at.hasTime, one.complaint.received.hasTime
      else { return nil }
      return Double(at.utc - one.complaint.received.utc) / 3_600
    }
  }

  private func shipped(_ column: KeyPath<ExposureRow, Int?>) -> Double? {
    guard period.kind != .day, period.kind != .week else { return nil }
    var sum = 0
    for month in Period.all(.month, from: period.first, through: end) {
      guard let shipped = exposure.first(where: { $0.month == month })?[keyPath: column] else { return nil }
      sum += shipped
    }
    return Double(sum)
  }

  private func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }

  /// As R defines type 7: h = (n − 1) p + 1.
  private func typeSeven(_ values: [Double], _ p: Double) -> Double? {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return nil }
    let h = Double(last) * p
    let low = Int(h.rounded(.down))
    return sorted[low] + (h - Double(low)) * (sorted[min(low + 1, last)] - sorted[low])
  }
}
