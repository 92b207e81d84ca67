/// The limits of a site, prepared so that those of a case are found by what its record says, without a look at each rule.
///
/// Every case asks for its limits several times: each value that a rule asks for has a number, and with it the set of the
/// rules that it satisfies; the rules of a case are those that every axis leaves.
final class LimitTable: Sendable {
  /// So many rules each, in the order of the file.
  private let blocks: [LimitBlock]

  init(_ rules: [LimitRule]) {
    let size = RuleSet.bitWidth
    blocks = stride(from: 0, to: rules.count, by: size).map { start in
      LimitBlock(Array(rules[start..<min(start + size, rules.count)]))
    }
  }

  /// The stage limits that hold for a case: of those about the same, the first that matches.
  func stageLimits(of complaint: Complaint) -> [LimitRule] {
    guard blocks.count != 1 else { return blocks[0].stageLimits(of: complaint) }
    var held: [LimitRule] = []
    for rule in blocks.flatMap({ $0.stageLimits(of: complaint) }) where !held.contains(where: rule.isAboutTheSame) {
      held.append(rule)
    }
    return held
  }

  /// The limit of the whole case that holds: the first that matches.
  func caseLimit(of complaint: Complaint) -> LimitRule? {
    for block in blocks { if let rule = block.caseLimit(of: complaint) { return rule } }
    return nil
  }

  /// Both, from one look at the case where one set names all rules.
  func limits(of complaint: Complaint) -> (ofCase: LimitRule?, ofStages: [LimitRule]) {
    blocks.count == 1 ? blocks[0].limits(of: complaint) : (caseLimit(of: complaint), stageLimits(of: complaint))
  }
}

/// Which rules of a block, a bit each, the first lowest.
private typealias RuleSet = UInt128

/// As many rules as one set can name.
private struct LimitBlock: Sendable {
  private let rules: [LimitRule]
  /// All of them; those that limit the whole case; those that ask for reply_by.
  private let all, ofCase, ofReply: RuleSet
  /// Of each rule, those that are about the same, itself included, so that only one can hold.
  private let rivals: [RuleSet]
  private let tests: [AxisTest]

  init(_ rules: [LimitRule]) {
    func set(_ isIn: (LimitRule) -> Bool) -> RuleSet {
      rules.indices.reduce(0) { isIn(rules[$1]) ? $0 | 1 << $1 : $0 }
    }
    self.rules = rules
    all = set { _ in true }
    ofCase = set(\.stages.isEmpty)
    ofReply = set { $0.limit == .replyBy }
    rivals = rules.map { rule in set { rule.isAboutTheSame(as: $0) } }
    var tests: [AxisTest] = []
    for axis in Condition.Axis.allCases {
      while let test = AxisTest(axis, tests.count { $0.axis == axis }, of: rules) { tests.append(test) }
    }
    self.tests = tests
  }

  func stageLimits(of complaint: Complaint) -> [LimitRule] { stageLimits(among: matching(complaint)) }

  func caseLimit(of complaint: Complaint) -> LimitRule? { caseLimit(among: matching(complaint)) }

  func limits(of complaint: Complaint) -> (ofCase: LimitRule?, ofStages: [LimitRule]) {
    let matching = matching(complaint)
    return (caseLimit(among: matching), stageLimits(among: matching))
  }

  private func stageLimits(among matching: RuleSet) -> [LimitRule] {
    var left = matching & ~ofCase
    var held: [LimitRule] = []
    while left != 0 {
      let place = left.trailingZeroBitCount
      held.append(rules[place])
      left &= ~rivals[place]
    }
    return held
  }

  private func caseLimit(among matching: RuleSet) -> LimitRule? {
    let left = matching & ofCase
    return left == 0 ? nil : rules[left.trailingZeroBitCount]
  }

  /// The rules that are for a case; one that asks for reply_by is not where the case has none.
  private func matching(_ complaint: Complaint) -> RuleSet {
    var left = all
    for test in tests { left &= test.rules(for: complaint) }
    return left & ofReply != 0 && complaint.replyBy == nil ? left & ~ofReply : left
  }
}

/// What the rules of a block ask about one axis, each of them once; of a rule that asks twice, both must hold.
private struct AxisTest: Sendable {
  let axis: Condition.Axis
  /// The rules that ask nothing about it.
  private let free: RuleSet
  /// Every code that a rule asks for.
  private let codes: NameTable
  /// Of each code, the rules that it satisfies.
  private let satisfied: [RuleSet]

  /// - Parameter time: How often each of the rules has asked about the axis before.
  /// - Returns: `nil` where none asks so often.
  init?(_ axis: Condition.Axis, _ time: Int, of rules: [LimitRule]) {
    var (free, codes, satisfied): (RuleSet, [String], [RuleSet]) = (.max, [], [])
    for (place, rule) in rules.enumerated() {
      guard let clause = rule.when.clauses.filter({ $0.axis == axis }).dropFirst(time).first else { continue }
      free &= ~(1 << place)
      codes += clause.codes
      satisfied += clause.codes.map { _ in 1 << place }
    }
    guard free != .max else { return nil }
    let table = NameTable(codes)
    // Every code stands where it came first.
    for (place, code) in codes.enumerated() {
      if let first = table.place(of: code), first != place { satisfied[first] |= satisfied[place] }
    }
    (self.axis, self.free, self.codes, self.satisfied) = (axis, free, table, satisfied)
  }

  /// The rules that a case satisfies on the axis; an empty field satisfies none that asks for it.
  func rules(for complaint: Complaint) -> RuleSet {
    var rules = free
    complaint.eachCode(on: axis) { code in
      rules |= self.rules(of: code)
      guard axis == .category else { return }
      // quality/noise is also below quality.
      for end in code.indices where code[end] == UInt8(ascii: "/") {
        rules |= self.rules(of: UnsafeBufferPointer(rebasing: code[..<end]))
      }
    }
    return rules
  }

  private func rules(of code: UnsafeBufferPointer<UInt8>) -> RuleSet {
    codes.place(of: code).map { satisfied[$0] } ?? 0
  }
}

extension Complaint {
  /// Lends the bytes of each code that the case has on an axis, as `values` has them.
  fileprivate func eachCode(on axis: Condition.Axis, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    record.read { (map: PackedMap) in
      if let field = axis.field {
        guard let value = map.find(field) else { return }
        if value.withText(body) == nil { value.eachItem { _, item in _ = item.withText(body) } }
      } else if axis == .product {
        map.find(At.product)?.eachMap { product in
          for field in [At.partNumber, At.productName] { _ = product.find(field)?.withText(body) }
        }
      } else {
        for var code in values(of: axis) { code.withUTF8(body) }
      }
    }
  }
}

extension Condition.Axis {
  /// The field at the top of a case file that it is; `nil` of one inside another field.
  fileprivate var field: Int? {
    switch self {
    case .region: At.region
    case .category: At.category
    case .severity: At.severity
    case .urgency: At.urgency
    case .level: At.level
    case .weight: At.weight
    case .flags: At.flags
    case .business: At.business
    case .branch: At.branch
    case .channel: At.channel
    case .process: At.process
    case .validity: At.validity
    case .product, .customerType, .closureKind: nil
    }
  }
}
