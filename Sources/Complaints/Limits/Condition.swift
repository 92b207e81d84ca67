/// Which cases a rule is for: every axis named must match; within an axis any of its values does.
package struct Condition: Hashable, Sendable {
  /// One axis, such as region or customer.type, with the codes that match.
  package struct Clause: Hashable, Sendable {
    package let axis: Axis
    package let codes: [String]

    package init(axis: Axis, codes: [String]) {
      self.axis = axis
      self.codes = codes
    }
  }

  /// What a rule may ask about.
  package enum Axis: String, CaseIterable, Sendable {
    case region, category, severity, urgency, level, weight, flags, business, branch, channel, product, process
    case customerType = "customer.type"
    case closureKind = "closure.kind"
    case validity
  }

  package let clauses: [Clause]

  package init(_ clauses: [Clause] = []) {
    self.clauses = clauses
  }

  /// Whether a case is one that the rule is for; an empty field matches no rule that asks for it.
  package func matches(_ complaint: Complaint) -> Bool {
    clauses.allSatisfy { clause in
      complaint.has(clause.axis) { value in
        clause.codes.contains { $0 == value || clause.axis == .category && value.isBelow($0) }
      }
    }
  }
}

extension Complaint {
  /// Whether a code that the case has on an axis passes a test; the axes that most rules ask about need no list.
  fileprivate func has(_ axis: Condition.Axis, _ isMet: (String) -> Bool) -> Bool {
    switch axis {
    case .region: region.map(isMet) ?? false
    case .category: category.map(isMet) ?? false
    case .severity: severity.map(isMet) ?? false
    case .business: business.map(isMet) ?? false
    case .process: process.map(isMet) ?? false
    case .flags: flags.contains(where: isMet)
    case .channel: channel.map(isMet) ?? false
    case .validity: validityCode.map(isMet) ?? false
    default: values(of: axis).contains(where: isMet)
    }
  }

  /// The codes a case has on an axis; none where the field is empty.
  package func values(of axis: Condition.Axis) -> [String] {
    switch axis {
    case .region: [region].compactMap { $0 }
    case .category: [category].compactMap { $0 }
    case .severity: [severity].compactMap { $0 }
    case .urgency: [urgency].compactMap { $0 }
    case .level: [level].compactMap { $0 }
    case .weight: weight
    case .flags: flags
    case .business: [business].compactMap { $0 }
    case .branch: [branch].compactMap { $0 }
    case .channel: [channel].compactMap { $0 }
    case .product: products.flatMap { [$0.key, $0.name].compactMap { $0 } }
    case .process: [process].compactMap { $0 }
    case .customerType: [customerType].compactMap { $0 }
    case .closureKind: [closureKind].compactMap { $0 }
    case .validity: [validityCode].compactMap { $0 }
    }
  }
}

extension String {
  /// Whether this is a path below another: quality/noise is below quality.
  fileprivate func isBelow(_ parent: String) -> Bool {
    guard utf8.count > parent.utf8.count, hasPrefix(parent) else { return false }
    return utf8[utf8.index(utf8.startIndex, offsetBy: parent.utf8.count)] == UInt8(ascii: "/")
  }
}
