import Complaints

/// What a case adds to the sums under its keys, side by side, so that a few steps add up all of it.
///
/// Counts have 32 bits, which is more than there are cases; what is measured or paid has 64.
struct Amounts: Hashable, Sendable, BitwiseCopyable {
  /// What it adds on the day it was received, and on the days on which limits of its first response fell due.
  private var received = SIMD8<Int32>()
  private var receivedSums = SIMD2<Int>()
  /// What it adds on the day it was closed.
  private var closed = SIMD8<Int32>()
  private var closedSums = SIMD2<Int>()

  /// Adds all of it; wraps where it overflows, which the amounts of a census without excess do not.
  @inline(__always)
  static func &+= (sum: inout Amounts, other: Amounts) {
    sum.addReceived(other)
    sum.addClosed(other)
  }

  /// Adds what another adds on the day it was received.
  @inline(__always)
  mutating func addReceived(_ other: Amounts) {
    received &+= other.received
    receivedSums &+= other.receivedSums
  }

  /// Adds what another adds on the day it was closed.
  @inline(__always)
  mutating func addClosed(_ other: Amounts) {
    closed &+= other.closed
    closedSums &+= other.closedSums
  }

  /// The same without what stands once under a key, of however many parts of a case there are.
  var ofFurtherPart: Amounts {
    var amounts = self
    (amounts[.answers], amounts[.marks]) = (0, 0)
    return amounts
  }

  private(set) subscript(quantity: CaseQuantity) -> Int {
    @inline(__always) get {
      let place = quantity.rawValue
      return switch place {
      case ..<8: Int(received[place])
      case ..<16: Int(closed[place & 7])
      case ..<18: receivedSums[place & 1]
      default: closedSums[place & 1]
      }
    }
    set {
      let place = quantity.rawValue
      switch place {
      case ..<8: received[place] = Int32(truncatingIfNeeded: newValue)
      case ..<16: closed[place & 7] = Int32(truncatingIfNeeded: newValue)
      case ..<18: receivedSums[place & 1] = newValue
      default: closedSums[place & 1] = newValue
      }
    }
  }
}

/// The place of each of the amounts.
enum CaseQuantity: Int {
  /// Of every case.
  case received, valid, repeats, completed
  /// Limits of the first response that fell due, and those kept.
  case promises, kept
  /// Of a closed case. Its overall mark, if it has any, stands whole and once under a key.
  case closed = 8
  case withDue, onTime, abnormal, followUpDue, followedUp, answers, marks
  /// What a valid case complains of.
  case lots, millionths
  /// Of a closed case.
  case cents, deducted
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
    if let mark = counted.satisfaction { (self[.answers], self[.marks]) = (1, mark) }
    self[.cents] = counted.cost.cents
    self[.deducted] = detail.deductions.total.cents
  }

  /// What one of its limits adds, on a day of its own, as something received.
  init(limitKept isKept: Bool) {
    self.init()
    self[.promises] = 1
    if isKept { self[.kept] = 1 }
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
    // Most keys have no parts.
    if others.isEmpty { return Double(whole[quantity]) / Double(scale) }
    var sum = PartSum()
    sum.add(whole[quantity], .whole)
    for (part, amounts) in others where amounts[quantity] != 0 { sum.add(amounts[quantity], part) }
    return sum.value(per: scale)
  }

  /// The sum of what stands whole and once under a key.
  func count(_ quantity: CaseQuantity) -> Int { others.reduce(whole[quantity]) { $0 + $1.amounts[quantity] } }
}
