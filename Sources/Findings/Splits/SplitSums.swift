import Complaints

/// What adds up under one key in one period.
struct SplitSums {
  private var received = PartSum(), valid = PartSum(), repeats = PartSum(), completed = PartSum()
  private var lots = PartSum(), millionths = PartSum()
  private var closed = PartSum(), withDue = PartSum(), onTime = PartSum(), abnormal = PartSum()
  private var cents = PartSum(), deducted = PartSum(), followUpDue = PartSum(), followedUp = PartSum()
  private var promises = PartSum(), kept = PartSum()
  /// Each case once, in seconds.
  private var secondsToClose: [Int] = [], secondsToRespond: [Int] = [], secondsToContain: [Int] = []
  private var marks = 0, answers = 0

  init() {}

  /// Of a period of whole months, of what adds up in each.
  init(_ months: ArraySlice<SplitSums>) {
    self = months.first ?? SplitSums()
    for month in months.dropFirst() { add(month) }
  }

  private mutating func add(_ other: SplitSums) {
    received.add(other.received)
    valid.add(other.valid)
    repeats.add(other.repeats)
    completed.add(other.completed)
    lots.add(other.lots)
    millionths.add(other.millionths)
    closed.add(other.closed)
    withDue.add(other.withDue)
    onTime.add(other.onTime)
    abnormal.add(other.abnormal)
    cents.add(other.cents)
    deducted.add(other.deducted)
    followUpDue.add(other.followUpDue)
    followedUp.add(other.followedUp)
    promises.add(other.promises)
    kept.add(other.kept)
    secondsToClose += other.secondsToClose
    secondsToRespond += other.secondsToRespond
    secondsToContain += other.secondsToContain
    marks += other.marks
    answers += other.answers
  }

  mutating func addReceived(_ counted: CountedCase, _ part: Part) {
    received.add(1, part)
    if counted.isRepeat { repeats.add(1, part) }
    if counted.closedDay != nil { completed.add(1, part) }
    guard counted.isValid else { return }
    valid.add(1, part)
    lots.add(counted.lots, part)
    millionths.add(counted.defective.millionths, part)
  }

  mutating func addClosed(_ counted: CountedCase, _ detail: CaseDetail, _ part: Part) {
    closed.add(1, part)
    if let isOnTime = counted.standing.isOnTime {
      withDue.add(1, part)
      if isOnTime { onTime.add(1, part) }
    }
    if detail.isAbnormal { abnormal.add(1, part) }
    if detail.followUp.isDue { followUpDue.add(1, part) }
    if detail.followUp.isDue && detail.followUp.isReached { followedUp.add(1, part) }
    cents.add(counted.cost.cents, part)
    deducted.add(detail.deductions.total.cents, part)
  }

  mutating func add(_ promise: CaseDetail.Promise, _ part: Part) {
    promises.add(1, part)
    if promise.isKept { kept.add(1, part) }
  }

  /// What a closed case tells once, however many parts of it stand here.
  mutating func addClosedOnce(_ counted: CountedCase) {
    if let days = counted.standing.daysToClose { secondsToClose.append(Int((days * 86_400).rounded())) }
    guard let mark = counted.satisfaction else { return }
    marks += mark
    answers += 1
  }

  mutating func addResponse(hours: Double) { secondsToRespond.append(Int((hours * 3_600).rounded())) }
  mutating func addContainment(hours: Double) { secondsToContain.append(Int((hours * 3_600).rounded())) }

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
    let (received, closed, lots) = (received.value(), closed.value(), lots.value())
    let (cost, pieces) = (cents.value(per: 100), millionths.value(per: 1_000_000))
    let (toClose, toRespond) = (secondsToClose.sorted(), secondsToRespond.sorted())
    let toContain = secondsToContain.sorted()
    return [
      received, over(received, Double(all)), valid.value(), repeats.value(), lots, pieces,
      over(completed.value(), received), reopened, open, overdue,
      closed, withDue.value(), onTime.value(), over(onTime.value(), withDue.value()), abnormal.value(),
      spanQuantile(seconds: toClose, 0.5, unit: 86_400), spanQuantile(seconds: toClose, 0.9, unit: 86_400),
      cost, over(cost, closed), deducted.value(per: 100),
      followUpDue.value(), followedUp.value(), over(followedUp.value(), followUpDue.value()),
      over(Double(marks), Double(answers)), Double(answers),
      spanQuantile(seconds: toRespond, 0.5, unit: 3_600), spanQuantile(seconds: toRespond, 0.9, unit: 3_600),
      spanQuantile(seconds: toContain, 0.5, unit: 3_600), spanQuantile(seconds: toContain, 0.9, unit: 3_600),
      promises.value(), kept.value(), over(kept.value(), promises.value()),
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
