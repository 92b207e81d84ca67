package import Complaints

/// The columns of data/cases.csv by their heads, the fixed ones first.
package enum CaseColumn: String, CaseIterable, Sendable {
  case id, title, received, due, closed, status, category, channel, severity, region, product, owner
  case daysToClose = "days_to_close"
  case onTime = "on_time"
  case overdue, customer
  case customerType = "customer_type"
  case departments, validity, kind, level, weight, urgency, business, branch
  case causeKind = "cause_kind"
  case flags, responded, reopened
  case repeatOf = "repeat_of"
  case lots, defective, cost, satisfaction

  /// Whether it would tell what a private case is about, or whose it is.
  package var isPrivate: Bool { self == .title || self == .customer }

  /// Whether it holds dates, counts, amounts or answers, and no text of anybody.
  package var isFigure: Bool {
    switch self {
    case .received, .due, .closed, .status, .daysToClose, .onTime, .overdue, .kind, .responded, .reopened, .lots,
      .defective, .cost, .satisfaction:
      true
    default: false
    }
  }
}

/// What stands in a cell of data/cases.csv.
package enum CaseCell: Hashable, Sendable {
  /// Nothing is known.
  case empty
  /// Codes, names, several of them with `; ` between.
  case text(String)
  /// 2026-10-12T09:30:00
  case moment(Moment)
  /// A number in units of its last decimal place; `isFull` keeps zeros at the end.
  case decimal(Int, places: Int, isFull: Bool)
  /// true or false
  case answer(Bool)

  fileprivate static func text(_ text: String?) -> CaseCell { text.map { .text($0) } ?? .empty }
  fileprivate static func moment(_ moment: Moment?) -> CaseCell { moment.map { .moment($0) } ?? .empty }
  fileprivate static func answer(_ answer: Bool?) -> CaseCell { answer.map { .answer($0) } ?? .empty }
  fileprivate static func whole(_ number: Int?) -> CaseCell {
    number.map { .decimal($0, places: 0, isFull: true) } ?? .empty
  }
}

extension Findings {
  /// A cell of the row of a counted case.
  package func cell(_ column: CaseColumn, of number: Int) -> CaseCell {
    let standing = cases[number].standing
    return switch column {
    case .id: .text(complaint(number).id)
    case .title: .text(complaint(number).title)
    case .received: .moment(complaint(number).received)
    case .due: .moment(standing.due?.end)
    case .closed: .moment(standing.closed)
    case .status: .text(standing.status?.rawValue)
    case .daysToClose: days(standing.daysToClose)
    case .onTime: .answer(standing.isOnTime)
    case .overdue: .answer(standing.isOverdue)
    case .responded: .moment(standing.responded)
    case .reopened: .moment(facts.reopenings[number].last)
    case .kind: .text(complaint(number).kind.rawValue)
    case .repeatOf: cases[number].isRepeat ? .text(complaint(number).repeatOf) : .empty
    case .lots: .whole(cases[number].hasProduct ? cases[number].lots : nil)
    case .satisfaction: .whole(cases[number].satisfaction)
    case .defective:
      cases[number].hasProduct
        ? .decimal(cases[number].defective.millionths, places: 6, isFull: false) : .empty
    case .cost:
      facts.costs.isEmpty(number) ? .empty : .decimal(cases[number].cost.cents, places: 2, isFull: false)
    case .category, .channel, .severity, .region, .owner, .customer, .customerType, .validity, .level, .urgency,
      .business, .branch, .causeKind, .product, .weight, .flags, .departments:
      words(column, of: number)
    }
  }

  /// What a case names, each word once, in its order.
  private func words(_ column: CaseColumn, of number: Int) -> CaseCell {
    switch column {
    case .product: return joined(words(of: number, on: .product))
    case .weight: return joined(words(of: number, on: .weight))
    case .flags: return joined(words(of: number, on: .flags))
    case .departments:
      let shares = facts.departments[number]
      guard !shares.isEmpty else { return .empty }
      return .text(shares.map { facts.words[$0.department] + " " + percent($0.part) }.joined(separator: "; "))
    default:
      guard let word = CaseWord(column) else { preconditionFailure("the column has words") }
      return .text(facts.text(of: word, in: number))
    }
  }

  private func joined(_ words: [String]) -> CaseCell {
    words.isEmpty ? .empty : .text(words.count == 1 ? words[0] : words.joined(separator: "; "))
  }

  /// With four decimals, rounded half away from zero.
  private func days(_ days: Double?) -> CaseCell {
    days.map {
      .decimal(Int(($0 * 10_000).rounded(.toNearestOrAwayFromZero)), places: 4, isFull: true)
    } ?? .empty
  }

  /// 33.33%
  private func percent(_ part: Part) -> String {
    let hundredths = part.hundredths
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}

extension CaseWord {
  /// The word of a column; `nil` where the column is none of one word.
  fileprivate init?(_ column: CaseColumn) {
    switch column {
    case .category: self = .category
    case .channel: self = .channel
    case .severity: self = .severity
    case .region: self = .region
    case .owner: self = .owner
    case .customer: self = .customer
    case .customerType: self = .customerType
    case .validity: self = .validity
    case .level: self = .level
    case .urgency: self = .urgency
    case .business: self = .business
    case .branch: self = .branch
    case .causeKind: self = .causeKind
    default: return nil
    }
  }
}
