import Complaints
import Findings

/// What no rule forbids and yet leaves figures without a base: an empty field of a case that counts.
enum CaseGap: String, CaseIterable, Sendable {
  case owner, category, due, department, product, channel, validity

  /// Whether a case lacks it.
  func isIn(_ number: Int, of findings: Findings) -> Bool {
    switch self {
    case .owner: findings.complaint(number).owner == nil
    case .category: findings.complaint(number).category == nil
    case .due: findings.cases[number].standing.due == nil
    case .department: findings.cases[number].departments.isEmpty
    case .product: !findings.cases[number].hasProduct
    case .channel: findings.complaint(number).channel == nil
    case .validity: findings.complaint(number).validityCode == "pending"
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
