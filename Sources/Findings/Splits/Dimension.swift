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

extension Complaint {
  /// Names the words of a case on an axis where it stands whole under each, in their order; an empty field has none.
  ///
  /// Departments are not named here: a case stands under them by its shares.
  func eachWord(on dimension: Dimension, standing: Standing, _ name: (String) -> Void) {
    switch dimension {
    case .category: category.map(name)
    case .channel: channel.map(name)
    case .product: for product in products { product.key.map(name) }
    case .severity: severity.map(name)
    case .region: region.map(name)
    case .department: break
    case .owner: owner.map(name)
    case .status: (standing.status?.rawValue).map(name)
    case .customerType: customerType.map(name)
    case .level: level.map(name)
    case .weight: weight.forEach(name)
    case .urgency: urgency.map(name)
    case .business: business.map(name)
    case .branch: branch.map(name)
    case .causeKind: causeKind.map(name)
    case .flags: flags.forEach(name)
    case .customer: customerName.map(name)
    }
  }
}
