import Complaints

/// The axes by which cases are split, by their keys in metrics.json and in its order.
package enum Dimension: String, CaseIterable, Sendable {
  case category, channel, product, severity, region, department, owner, status
  case customerType = "customer_type"
  case level, weight, urgency, business, branch
  case causeKind = "cause_kind"
  case flags, validity
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

extension Complaint {
  /// The words of a case on an axis where it stands whole under each; none where the field is empty.
  func words(on dimension: Dimension, standing: Standing) -> [String] {
    func lone(_ word: String?) -> [String] { word.map { [$0] } ?? [] }
    return switch dimension {
    case .category: lone(category)
    case .channel: lone(channel)
    case .product: products.compactMap(\.key)
    case .severity: lone(severity)
    case .region: lone(region)
    case .department: departments.map(\.department)
    case .owner: lone(owner)
    case .status: [standing.status.rawValue]
    case .customerType: lone(customerType)
    case .level: lone(level)
    case .weight: weight
    case .urgency: lone(urgency)
    case .business: lone(business)
    case .branch: lone(branch)
    case .causeKind: lone(causeKind)
    case .flags: flags
    case .validity: lone(validityCode)
    case .customer: lone(customerName)
    }
  }
}
