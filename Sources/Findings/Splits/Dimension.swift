import Complaints

/// The axes by which cases are split, by their keys in metrics.json and in its order.
package enum Dimension: String, CaseIterable, Sendable {
  case category, channel, product, severity, region, department, owner, status
  case customerType = "customer_type"
  case level, weight, urgency, business, branch
  case causeKind = "cause_kind"
  case flags
  /// For pages only: metrics.json has no customers.
  case customer

  /// Those that metrics.json has.
  package static let published = allCases.filter { $0 != .customer }

  /// Whether its keys name people, customers or departments, which the public does not see.
  package var isInternal: Bool { self == .department || self == .owner || self == .customer }

  /// Whether one case may stand under several keys, so that the parts can add up to more than the whole.
  package var isMultiple: Bool { self == .product || self == .weight || self == .flags }

  /// The vocabulary of its words; `nil` for names of customers, which have none.
  var vocabulary: String? {
    switch self {
    case .customerType: "customer.type"
    case .customer: nil
    default: rawValue
    }
  }
}

extension Dimension {
  /// The field in which a case names its one word; `nil` where it may name several, or none is written.
  var word: CaseWord? {
    switch self {
    case .category: .category
    case .channel: .channel
    case .severity: .severity
    case .region: .region
    case .owner: .owner
    case .customerType: .customerType
    case .level: .level
    case .urgency: .urgency
    case .business: .business
    case .branch: .branch
    case .causeKind: .causeKind
    case .customer: .customer
    case .product, .department, .status, .weight, .flags: nil
    }
  }
}
