import Complaints

/// What adds up under one key in one period.
struct SplitSums {
  var parts = PartSums()
  /// Each case once, in seconds.
  var secondsToClose: [Int] = [], secondsToRespond: [Int] = [], secondsToContain: [Int] = []
  private var marks = 0, answers = 0

  init() {}

  /// Of a period of whole months, of what adds up in each.
  init(_ months: ArraySlice<SplitSums>) {
    self = months.first ?? SplitSums()
    for month in months.dropFirst() { add(month) }
  }

  private mutating func add(_ other: SplitSums) {
    parts.add(other.parts)
    secondsToClose += other.secondsToClose
    secondsToRespond += other.secondsToRespond
    secondsToContain += other.secondsToContain
    marks += other.marks
    answers += other.answers
  }

  mutating func add(mark: Int) {
    marks += mark
    answers += 1
  }

  /// Sorts what values in the middle are taken of, so that several months only have to be merged.
  mutating func sortSpans() {
    secondsToClose.sort()
    secondsToRespond.sort()
    secondsToContain.sort()
  }

  /// The values in the order of `SplitFigure`.
  ///
  /// - Parameters:
  ///   - reopened: In the period; a case once.
  ///   - open, overdue: At the end of the period.
  ///   - all: How many cases the period received under all keys.
  ///   - shipped: What was shipped in the period of the product that the key is.
  func values(
    reopened: Double, open: Double, overdue: Double, of all: Int, shipped: (lots: Int?, units: Int?)
  ) -> [Double?] {
    func over(_ count: Double, _ base: Double?) -> Double? { base.flatMap { $0 > 0 ? count / $0 : nil } }
    let (received, closed, lots) = (parts.value(.received), parts.value(.closed), parts.value(.lots))
    let (cost, pieces) = (parts.value(.cents, per: 100), parts.value(.millionths, per: 1_000_000))
    let (withDue, onTime) = (parts.value(.withDue), parts.value(.onTime))
    let (followUpDue, followedUp) = (parts.value(.followUpDue), parts.value(.followedUp))
    let (promises, kept) = (parts.value(.promises), parts.value(.kept))
    let (toClose, toRespond) = (secondsToClose.sorted(), secondsToRespond.sorted())
    let toContain = secondsToContain.sorted()
    return [
      received, over(received, Double(all)), parts.value(.valid), parts.value(.repeats), lots, pieces,
      over(parts.value(.completed), received), reopened, open, overdue,
      closed, withDue, onTime, over(onTime, withDue), parts.value(.abnormal),
      spanQuantile(seconds: toClose, 0.5, unit: 86_400), spanQuantile(seconds: toClose, 0.9, unit: 86_400),
      cost, over(cost, closed), parts.value(.deducted, per: 100),
      followUpDue, followedUp, over(followedUp, followUpDue),
      over(Double(marks), Double(answers)), Double(answers),
      spanQuantile(seconds: toRespond, 0.5, unit: 3_600), spanQuantile(seconds: toRespond, 0.9, unit: 3_600),
      spanQuantile(seconds: toContain, 0.5, unit: 3_600), spanQuantile(seconds: toContain, 0.9, unit: 3_600),
      promises, kept, over(kept, promises),
      over(lots, shipped.lots.map(Double.init)), over(pieces, shipped.units.map(Double.init)).map { $0 * 1_000_000 },
    ]
  }
}

/// What flows in and out under one key from period to period, and what stands there at the end of each.
struct SplitFlow {
  /// What each period adds to those open and to those overdue at its end, which the next one keeps.
  private var open: [PartSum], overdue: [PartSum]

  init(periods: Int) {
    open = [PartSum](repeating: PartSum(), count: periods)
    overdue = open
  }

  mutating func addOpen(_ amount: Int, from period: Int, _ part: Part) { open[period].add(amount, part) }

  /// Adds a part that is overdue at the ends of some periods.
  mutating func addOverdue(_ periods: Range<Int>, _ part: Part) {
    guard !periods.isEmpty else { return }
    overdue[periods.lowerBound].add(1, part)
    if periods.upperBound < overdue.count { overdue[periods.upperBound].add(-1, part) }
  }

  /// How many stand at the end of each period.
  func ends() -> [(open: Double, overdue: Double)] {
    var (standing, late) = (PartSum(), PartSum())
    return zip(open, overdue).map {
      standing.add($0)
      late.add($1)
      return (standing.value(), late.value())
    }
  }
}
