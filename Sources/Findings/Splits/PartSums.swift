import Complaints

/// What a case adds to the sums under its keys, side by side, so that one step adds up all of it.
typealias Amounts = SIMD16<Int>

/// The place of each of the amounts.
enum CaseQuantity: Int {
  /// Of every case; what it complains of, of a valid one.
  case received, valid, repeats, completed, lots, millionths
  /// Of a closed case.
  case closed, withDue, onTime, abnormal, cents, deducted, followUpDue, followedUp
  /// Limits of the first response that fell due, and those kept.
  case promises, kept
}

extension Amounts {
  /// What a case adds on the day it was received.
  init(received counted: CountedCase) {
    self.init()
    self[.received] = 1
    if counted.isRepeat { self[.repeats] = 1 }
    if counted.closedDay != nil { self[.completed] = 1 }
    guard counted.isValid else { return }
    self[.valid] = 1
    self[.lots] = counted.lots
    self[.millionths] = counted.defective.millionths
  }

  /// What it adds on the day it was closed; nothing while it is open.
  init(closed counted: CountedCase, _ detail: CaseDetail) {
    self.init()
    guard counted.closedDay != nil else { return }
    self[.closed] = 1
    if let isOnTime = counted.standing.isOnTime {
      self[.withDue] = 1
      if isOnTime { self[.onTime] = 1 }
    }
    if detail.isAbnormal { self[.abnormal] = 1 }
    if detail.followUp.isDue { self[.followUpDue] = 1 }
    if detail.followUp.isDue && detail.followUp.isReached { self[.followedUp] = 1 }
    self[.cents] = counted.cost.cents
    self[.deducted] = detail.deductions.total.cents
  }

  /// What some of its limits add.
  init(_ promises: some Collection<CaseDetail.Promise>) {
    self.init()
    guard !promises.isEmpty else { return }
    self[.promises] = promises.count
    self[.kept] = promises.count { $0.isKept }
  }

  /// Of these, what belongs to the day of receipt, and to that of closing.
  var ofReceipt: Amounts { self & Self.receiptMask }
  var ofClosing: Amounts { self & Self.closingMask }

  private static let receiptMask = mask(of: CaseQuantity.received.rawValue...CaseQuantity.millionths.rawValue)
  private static let closingMask = mask(of: CaseQuantity.closed.rawValue...CaseQuantity.followedUp.rawValue)

  private static func mask(of places: ClosedRange<Int>) -> Amounts {
    places.reduce(into: Amounts()) { $0[$1] = -1 }
  }

  private subscript(quantity: CaseQuantity) -> Int {
    get { self[quantity.rawValue] }
    set { self[quantity.rawValue] = newValue }
  }
}

/// Adds up parts of such amounts, each as `PartSum` does.
///
/// Vectors wrap where they overflow, which the amounts of a census without excess do not.
struct PartSums: Sendable {
  private var whole = Amounts()
  /// By the share that was written of them, in hundredths of a percent: only the sum is multiplied, where it has room.
  private var written: [Int32: Amounts] = [:]
  /// Amounts that were cut into so many equal parts, one part of each.
  private var equal: [Int32: Amounts] = [:]

  mutating func add(_ amounts: Amounts, _ part: Part) {
    switch part.equals {
    case 1: whole &+= amounts
    case 0: written[part.written, default: Amounts()] &+= amounts
    default: equal[part.equals, default: Amounts()] &+= amounts
    }
  }

  mutating func add(_ other: PartSums) {
    whole &+= other.whole
    for (share, amounts) in other.written { written[share, default: Amounts()] &+= amounts }
    for (parts, amounts) in other.equal { equal[parts, default: Amounts()] &+= amounts }
  }

  /// The sum of an amount divided by a scale, for example 100 for cents.
  func value(_ quantity: CaseQuantity, per scale: Int = 1) -> Double {
    let lane = quantity.rawValue
    let shares = written.reduce(Int128(0)) { $0 + Int128($1.key) * Int128($1.value[lane]) }
    // An empty dictionary that is mapped is a new one, and nearly all are empty.
    let equal = equal.isEmpty ? [:] : equal.mapValues { $0[lane] }
    return PartSum(whole: whole[lane], written: shares, equal: equal).value(per: scale)
  }
}
