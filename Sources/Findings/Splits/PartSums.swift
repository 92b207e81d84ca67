import Complaints

/// What a case adds to the sums under its keys, side by side, so that two steps add up all of it.
struct Amounts: Hashable, Sendable {
  /// What it adds on the day it was received, and on the days on which limits of its first response fell due.
  var received = SIMD8<Int>()
  /// What it adds on the day it was closed.
  var closed = SIMD8<Int>()

  /// Wraps where it overflows, which the amounts of a census without excess do not.
  static func &+= (sum: inout Amounts, other: Amounts) {
    sum.received &+= other.received
    sum.closed &+= other.closed
  }

  fileprivate(set) subscript(quantity: CaseQuantity) -> Int {
    get { quantity.rawValue < 8 ? received[quantity.rawValue] : closed[quantity.rawValue - 8] }
    set {
      if quantity.rawValue < 8 {
        received[quantity.rawValue] = newValue
      } else {
        closed[quantity.rawValue - 8] = newValue
      }
    }
  }
}

/// The place of each of the amounts.
enum CaseQuantity: Int {
  /// Of every case; what it complains of, of a valid one.
  case received, valid, repeats, completed, lots, millionths
  /// Limits of the first response that fell due, and those kept.
  case promises, kept
  /// Of a closed case.
  case closed, withDue, onTime, abnormal, cents, deducted, followUpDue, followedUp
}

extension Amounts {
  /// What a case adds on the day it was received, and on the day it was closed: nothing there while it is open.
  init(_ counted: CountedCase, _ detail: CaseDetail) {
    self.init()
    self[.received] = 1
    if counted.isRepeat { self[.repeats] = 1 }
    if counted.isValid {
      self[.valid] = 1
      self[.lots] = counted.lots
      self[.millionths] = counted.defective.millionths
    }
    guard counted.closedDay != nil else { return }
    self[.completed] = 1
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
}

/// Adds up parts of such amounts, each as `PartSum` does.
struct PartSums: Sendable {
  private var whole = Amounts()
  /// What parts were taken of, each part once: only the sum is multiplied, where it has room.
  private var others: [(part: Part, amounts: Amounts)] = []

  /// Whether nothing was added.
  private(set) var isEmpty = true

  /// - Parameter part: Of all these amounts; one that comes once only.
  mutating func add(_ amounts: Amounts, _ part: Part) {
    guard amounts != Amounts() else { return }
    isEmpty = false
    if part == .whole { whole = amounts } else { others.append((part, amounts)) }
  }

  /// The sum of an amount divided by a scale, for example 100 for cents.
  func value(_ quantity: CaseQuantity, per scale: Int = 1) -> Double {
    var sum = PartSum()
    sum.add(whole[quantity], .whole)
    for (part, amounts) in others { sum.add(amounts[quantity], part) }
    return sum.value(per: scale)
  }
}
