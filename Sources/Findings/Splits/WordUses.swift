import Complaints

/// What each case names on an axis: words by their numbers, and how much of the case stands under each.
struct WordUses {
  /// `WordList.none` of a case that names none.
  private(set) var words: [Int32] = []
  /// Of each of them; none where each has the whole case.
  private(set) var parts: [Part] = []
  /// Where those of each case begin, one more at the end; none where each case has just one.
  private(set) var starts: [Int32] = []

  /// - Parameter list: Gets the words of the axis that no case wrote: the states.
  /// - Complexity: O(*cases*).
  init(_ dimension: Dimension, of facts: CaseFacts, _ list: inout WordList) {
    let count = facts.cases.count
    switch dimension {
    case .product: addLists(of: facts.products) { $0.key }
    case .weight: addLists(of: facts.weights) { $0 }
    case .flags: addLists(of: facts.flags) { $0 }
    case .department:
      addLists(of: facts.departments) { $0.department }
      parts = (0..<count).flatMap { number in
        let named = facts.departments[number].filter { $0.department != WordList.none }
        return named.isEmpty ? [Part.whole] : named.map(\.part)
      }
      if parts.allSatisfy({ $0 == .whole }) { parts = [] }
    case .status:
      let states = Complaint.Status.allCases.map { list.number(of: $0.rawValue) }
      words = facts.cases.map { counted in
        guard let status = counted.standing.status else { return WordList.none }
        return Complaint.Status.allCases.firstIndex(of: status).map { states[$0] } ?? WordList.none
      }
    default:
      guard let word = dimension.word else { preconditionFailure("every other dimension is a word of a case") }
      words = (0..<count).map { facts.number(of: word, in: $0) }
    }
  }

  private mutating func addLists<Element>(of lists: CaseLists<Element>, _ word: (Element) -> Int32) {
    words.reserveCapacity(lists.all.count)
    starts.reserveCapacity(lists.count + 1)
    starts.append(0)
    for number in 0..<lists.count {
      let first = words.count
      for element in lists[number] {
        let word = word(element)
        if word != WordList.none { words.append(word) }
      }
      if words.count == first { words.append(WordList.none) }
      starts.append(Int32(words.count))
    }
  }
}
