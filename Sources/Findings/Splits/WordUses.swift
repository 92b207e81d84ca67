import Complaints

/// What each case names on an axis: words by their numbers, and how much of the case stands under each.
struct WordUses {
  /// `WordList.none` of a case that names none.
  private(set) var uses: [(word: Int32, part: Part)] = []
  /// Where the uses of each case begin; one more at the end.
  private(set) var starts: [Int32] = [0]

  /// - Parameter words: Gets the words of the axis that no case wrote: the states.
  /// - Complexity: O(*cases*).
  init(_ dimension: Dimension, of facts: CaseFacts, _ words: inout WordList) {
    let numbers = facts.cases.indices
    uses.reserveCapacity(numbers.count)
    starts.reserveCapacity(numbers.count + 1)
    switch dimension {
    case .product: for number in numbers { add(facts.products[number].lazy.map { ($0.key, .whole) }) }
    case .department: for number in numbers { add(facts.departments[number].lazy.map { ($0.department, $0.part) }) }
    case .weight: for number in numbers { add(facts.weights[number].lazy.map { ($0, .whole) }) }
    case .flags: for number in numbers { add(facts.flags[number].lazy.map { ($0, .whole) }) }
    case .status:
      let states = Complaint.Status.allCases.map { words.number(of: $0.rawValue) }
      let places = Dictionary(zip(Complaint.Status.allCases, states)) { first, _ in first }
      for number in numbers { addOne(facts.cases[number].standing.status.flatMap { places[$0] } ?? WordList.none) }
    default:
      guard let word = dimension.word else { preconditionFailure("every other dimension is a word of a case") }
      for number in numbers { addOne(facts.number(of: word, in: number)) }
    }
  }

  private mutating func addOne(_ word: Int32) {
    uses.append((word, .whole))
    starts.append(Int32(uses.count))
  }

  private mutating func add(_ named: some Sequence<(Int32, Part)>) {
    let first = uses.count
    for (word, part) in named where word != WordList.none { uses.append((word, part)) }
    if uses.count == first { uses.append((WordList.none, .whole)) }
    starts.append(Int32(uses.count))
  }
}
