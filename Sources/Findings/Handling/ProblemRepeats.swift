import Complaints

/// Which valid cases show a problem that was shown before: the same product with the same category, in a case received on
/// an earlier day, at most 365 days before.
///
/// A case repeats a complaint where its file says so; a problem comes back also where another customer complains of it.
/// Source: domain B22, «problem repeat ≠ complaint repeat»; the span is ours, since the source names none.
package struct ProblemRepeats: Sendable {
  /// The longest span, in days.
  package static let span = 365
  /// Of each case: whether it is valid and names a product and a category.
  private var isNamed: [Bool]
  /// The last case before it with one of its problems; -1 where there is none.
  private var former: [Int32]

  /// - Complexity: O(*n* log *n*).
  init(_ facts: CaseFacts) {
    let cases = facts.cases
    isNamed = [Bool](repeating: false, count: cases.count)
    former = [Int32](repeating: -1, count: cases.count)
    var last: [Problem: (day: Day, number: Int, before: (day: Day, number: Int)?)] = [:]
    let inOrder = cases.indices.sorted { (cases[$0].receivedDay, $0) < (cases[$1].receivedDay, $1) }
    for number in inOrder where cases[number].isValid {
      let category = facts.number(of: .category, in: number)
      guard category != WordList.none else { continue }
      let day = cases[number].receivedDay
      for product in facts.products[number] where product.key != WordList.none {
        isNamed[number] = true
        let problem = Problem(product: product.key, category: category)
        let seen = last[problem]
        // Of cases of one day none is before the others.
        let earlier = seen.flatMap { $0.day < day ? (day: $0.day, number: $0.number) : $0.before }
        if let earlier, day.number - earlier.day.number <= Self.span {
          former[number] = max(former[number], Int32(earlier.number))
        }
        last[problem] = (day, number, earlier)
      }
    }
  }

  private struct Problem: Hashable {
    let product, category: Int32
  }

  /// Whether a case names what may come back.
  package func names(_ number: Int) -> Bool { isNamed[number] }

  /// The last case before one that shows the same problem; `nil` where there is none.
  package func before(_ number: Int) -> Int? { former[number] < 0 ? nil : Int(former[number]) }
}
