import Complaints

/// What the fields of one case say that figures need, apart from its events.
struct FieldFacts {
  private(set) var (isValid, isUndecided, isRepeat, isAbnormal) = (true, false, false, false)
  private(set) var (lots, millionths, hasProduct) = (0, 0, false)
  /// Of the products that say how many pieces were looked at and how many of these were defective, in millionths.
  private(set) var (inspected, defectiveOfInspected) = (0, 0)
  /// The overall mark, 1 to 5.
  private(set) var satisfaction: Int?
  private(set) var recovered: Money?
  private(set) var costs: [CaseFacts.Cost] = []
  private(set) var deductions = Deductions.none
  private(set) var followUp = FollowUp.none

  /// - Parameter facts: Get the words and products of the case, which is their next one.
  init(_ record: Record, asOf day: Day, into facts: inout CaseFacts) {
    let first = facts.named.count
    let table = record.store.words
    facts.named.append(contentsOf: repeatElement(WordList.none, count: CaseWord.count))
    var isExempt = false
    record.lend { map in
      for (field, value) in map {
        guard let fact = FactField.all[field] else { continue }
        switch fact {
        case .word(let word): facts.named[first + word.rawValue] = facts.words.number(of: value, table)
        case .customer: readCustomer(value.map, table, into: &facts, at: first)
        case .product: value.eachItem { readProduct($0.map, table, into: &facts) }
        case .weight: value.eachItem { facts.weights.add(facts.words.number(of: $0, table)) }
        case .flags: value.eachItem { facts.flags.add(facts.words.number(of: $0, table)) }
        case .supplier: recovered = value.map?[FactField.recovered]?.money
        case .costs: costs = Self.costs(value.map)
        case .closure: isAbnormal = value.map?[FactField.closureKind]?.text(table) == "abnormal"
        case .satisfaction: satisfaction = value.map?[FactField.overall]?.count
        case .repeatOf: isRepeat = value.text(table) != nil
        case .deductions: deductions = Deductions(value.list, table, asOf: day)
        case .followUps: followUp = FollowUp(value.list, asOf: day)
        case .followUpExempt: isExempt = value.text(table) != nil
        }
      }
    }
    if isExempt, !followUp.isReached { followUp = .exempt }
    let validity = facts.words[facts.named[first + CaseWord.validity.rawValue]]
    isValid = validity != "invalid" && validity != "not_established"
    isUndecided = validity == "pending"
    facts.weights.endList()
    facts.flags.endList()
    facts.products.endList()
  }

  private func readCustomer(_ map: StoredMap?, _ table: WordTable, into facts: inout CaseFacts, at first: Int) {
    guard let map else { return }
    func number(_ field: Int) -> Int32 { map[field].map { facts.words.number(of: $0, table) } ?? WordList.none }
    facts.named[first + CaseWord.customer.rawValue] = number(FactField.customerName)
    facts.named[first + CaseWord.customerType.rawValue] = number(FactField.customerType)
  }

  private mutating func readProduct(_ map: StoredMap?, _ table: WordTable, into facts: inout CaseFacts) {
    guard let map else { return }
    let name = map[FactField.productName].map { facts.words.number(of: $0, table) } ?? WordList.none
    let part = map[FactField.partNumber].map { facts.words.number(of: $0, table) } ?? WordList.none
    let isPart = part != WordList.none
    facts.products.add(.init(key: isPart ? part : name, nameOfPart: isPart ? name : WordList.none, isPart: isPart))
    lots += map[FactField.lots]?.count ?? 1
    let defective = map[FactField.defective]?.quantity?.millionths
    millionths += defective ?? 0
    if let defective, let looked = map[FactField.inspected]?.quantity?.millionths {
      inspected += looked
      defectiveOfInspected += defective
    }
    hasProduct = true
  }

  /// The amounts of a map of costs, in the order of its schema.
  static func costs(_ map: StoredMap?) -> [CaseFacts.Cost] {
    var costs: [CaseFacts.Cost] = []
    guard let map else { return costs }
    for (kind, value) in map { if let amount = value.money { costs.append(.init(kind: kind, amount: amount)) } }
    return costs
  }
}

extension StoredValue {
  /// Hands out the items of a list in turn; none of anything else.
  fileprivate func eachItem(_ body: (StoredValue) -> Void) {
    guard let list else { return }
    for item in list { body(item) }
  }

  fileprivate var count: Int? { if case .count(let count) = self { count } else { nil } }
}
