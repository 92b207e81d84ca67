import Complaints

/// How much of a case stands under a key: all of it, a written share, or one of several equal parts.
struct Part: Hashable, Sendable {
  /// Hundredths of a percent; used if `equals` is 0.
  let written: Int32
  /// One of so many equal parts; 1 is the whole case.
  let equals: Int32

  static let whole = Part(written: 0, equals: 1)

  init(_ share: Complaint.Share) {
    if let hundredths = share.written {
      self.init(written: Int32(clamping: hundredths), equals: 0)
    } else {
      self.init(written: 0, equals: Int32(clamping: Int((1 / share.fraction).rounded())))
    }
  }

  private init(written: Int32, equals: Int32) {
    self.written = written
    self.equals = equals
  }

  /// In hundredths of a percent, rounded.
  var hundredths: Int { equals == 0 ? Int(written) : Int((1 / Double(equals) * 10_000).rounded()) }

  /// The part as one that a department bears.
  func share(of department: String) -> Complaint.Share {
    equals == 0
      ? Complaint.Share(department: department, written: Int(written))
      : Complaint.Share(department: department, oneOf: Int(equals))
  }
}

/// Adds up parts of cases, or of their cents, as integers: three thirds make 1, whatever the order.
struct PartSum: Sendable {
  private var whole = 0
  /// In hundredths of a percent of the amounts, which may be millionths of pieces or cents.
  private var written: Int128 = 0
  /// Amounts that were cut into so many equal parts, one part of each.
  private var equal: [Int32: Int] = [:]

  init() {}

  init(whole: Int, written: Int128, equal: [Int32: Int]) {
    (self.whole, self.written, self.equal) = (whole, written, equal)
  }

  mutating func add(_ amount: Int, _ part: Part) {
    switch part.equals {
    case 1: whole += amount
    case 0: written += Int128(amount) * Int128(part.written)
    default: equal[part.equals, default: 0] += amount
    }
  }

  mutating func add(_ other: PartSum) {
    whole += other.whole
    written += other.written
    for (parts, amount) in other.equal { equal[parts, default: 0] += amount }
  }

  /// The sum divided by a scale, for example 100 for cents.
  func value(per scale: Int = 1) -> Double {
    let lone = written == 0 && equal.isEmpty
    if lone { return Double(whole) / Double(scale) }
    if let sum = fraction(per: scale) { return sum.value }
    let shares = Double(written) / Double(10_000 * scale)
    // In the order of the parts, since the last digit of a sum depends on it.
    let parts = equal.keys.sorted().reduce(0.0) { $0 + Double(equal[$1, default: 0]) / Double(Int($1) * scale) }
    return Double(whole) / Double(scale) + shares + parts
  }

  /// The sum as one fraction; `nil` where there are parts of so many kinds that it has no room.
  private func fraction(per scale: Int) -> Fraction? {
    let scale = Int128(scale)
    var sum: Fraction? = Fraction(Int128(whole), over: scale)
    if written != 0 { sum = sum?.adding(Fraction(written, over: 10_000 * scale)) }
    // Whether there is room depends on the order.
    for (parts, amount) in equal.sorted(by: { $0.key < $1.key }) {
      sum = sum?.adding(Fraction(Int128(amount), over: Int128(parts) * scale))
    }
    return sum
  }
}
