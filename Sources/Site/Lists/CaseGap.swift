import Complaints
import Findings

/// What no rule forbids and yet leaves figures without a base: an empty field of a case that counts.
enum CaseGap: String, CaseIterable, Sendable {
  case owner, category, due, department, product, channel, validity

  /// Whether a case lacks it.
  fileprivate func isIn(_ number: Int, of findings: Findings) -> Bool {
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

  fileprivate var bit: UInt8 {
    switch self {
    case .owner: 1
    case .category: 2
    case .due: 4
    case .department: 8
    case .product: 16
    case .channel: 32
    case .validity: 64
    }
  }

  /// Its section on every list of gaps.
  var anchor: String { "no-" + rawValue }

  /// Where the cases that lack it are listed: of the whole ledger, or of the month that the overview tells of.
  static let list = PagePath("lists/as-of/gaps.html")
  static let listOfMonth = PagePath("lists/as-of/gaps-of-month.html")
}

extension Edition {
  /// Whether a case lacks a field.
  func lacks(_ gap: CaseGap, _ number: Int) -> Bool { gaps[number] & gap.bit != 0 }

  /// Those of a set that lack any.
  func lacking(_ set: CaseSet) -> CaseSet {
    let gaps = gaps
    return set.only { gaps[$0] != 0 }
  }

  /// What each case lacks; one looks at all lists of gaps and at the state of the ledger.
  private var gaps: [UInt8] {
    lists.gaps.value {
      let kinds = CaseGap.allCases
      return findings.cases.indices.map { number in
        var lacked: UInt8 = 0
        for gap in kinds where gap.isIn(number, of: findings) { lacked |= gap.bit }
        return lacked
      }
    }
  }

  /// What a gap is called.
  func name(of gap: CaseGap) -> String { strings.text("state.gap." + gap.rawValue) ?? gap.rawValue }
}
