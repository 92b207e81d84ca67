import Complaints
import Findings

/// What no rule forbids and yet leaves figures without a base: an empty field of a case that counts.
enum CaseGap: String, CaseIterable, Sendable {
  case owner, category, due, department, product, channel, validity

  /// Whether a case lacks it.
  func isIn(_ number: Int, of findings: Findings) -> Bool {
    switch self {
    case .owner: !findings.names(.owner, number)
    case .category: !findings.names(.category, number)
    case .due: findings.cases[number].standing.due == nil
    case .department: !findings.cases[number].hasDepartments
    case .product: !findings.cases[number].hasProduct
    case .channel: !findings.names(.channel, number)
    case .validity: findings.cases[number].isUndecided
    }
  }

  /// Its section on every list of gaps.
  var anchor: String { "no-" + rawValue }

  /// Where the cases that lack it are listed: of the whole ledger, or of the month that the overview tells of.
  static let list = PagePath("lists/as-of/gaps.html")
  static let listOfMonth = PagePath("lists/as-of/gaps-of-month.html")
}

extension Edition {
  /// What a gap is called.
  func name(of gap: CaseGap) -> String { strings.text("state.gap." + gap.rawValue) ?? gap.rawValue }
}
