import Complaints

/// A field of which a case names one word.
enum CaseWord: Int, CaseIterable {
  case channel, category, severity, urgency, level, region, validity, business, branch, owner
  case causeKind, customer, customerType

  /// How many there are.
  static var count: Int { customerType.rawValue + 1 }

  /// Its key at the top of a case file; `nil` for what stands in the map of the customer.
  fileprivate var key: String? {
    switch self {
    case .channel: "channel"
    case .category: "category"
    case .severity: "severity"
    case .urgency: "urgency"
    case .level: "level"
    case .region: "region"
    case .validity: "validity"
    case .business: "business"
    case .branch: "branch"
    case .owner: "owner"
    case .causeKind: "cause_kind"
    case .customer, .customerType: nil
    }
  }
}

/// What figures read of a field at the top of a case file.
enum FactField {
  case word(CaseWord)
  case customer, product, weight, flags, supplier, costs, closure, satisfaction, repeatOf
  case deductions, followUps, followUpExempt

  /// By the index of the field in the schema; `nil` for what no figure reads.
  static let all: [FactField?] = CaseSchema.schema.fields.map { field in
    switch field.key {
    case "customer": .customer
    case "product": .product
    case "weight": .weight
    case "flags": .flags
    case "supplier": .supplier
    case "costs": .costs
    case "closure": .closure
    case "satisfaction": .satisfaction
    case "repeat_of": .repeatOf
    case "deductions": .deductions
    case "followups": .followUps
    case "followup_exempt": .followUpExempt
    case let key: CaseWord.allCases.first { $0.key == key }.map { .word($0) }
    }
  }

  static let costsOfCase = place(of: "costs")

  // Places in the maps inside these fields.
  static let (customerName, customerType) = (at("name", in: "customer"), at("type", in: "customer"))
  static let (productName, partNumber) = (at("name", in: "product"), at("part_no", in: "product"))
  static let (lots, defective) = (at("lots", in: "product"), at("defective", in: "product"))
  static let inspected = at("inspected", in: "product")
  static let recovered = at("recovered", in: "supplier")
  static let claim = at("claim", in: "costs")
  static let closureKind = at("kind", in: "closure")
  static let overall = at("overall", in: "satisfaction")

  /// The place of a field at the top of a case file.
  static func place(of key: String) -> Int { CaseSchema.schema.place(of: key) }

  /// The place of a field in the map, or the maps, of another.
  static func at(_ key: String, in field: String) -> Int { CaseSchema.schema.place(of: key, in: field) }
}
