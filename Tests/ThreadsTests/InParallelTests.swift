import Synchronization
import Testing

@testable import Threads

@Suite struct InParallelTests {
  private struct Refusal: Error, Equatable { let index: Int }

  @Test(arguments: [(0, 1, 1), (1, 2, 1), (1_000, 1, 16), (1_000, 2, 1), (1_000, 8, 7), (5, 8, 16)])
  func valuesStandInTheOrderOfTheirIndices(count: Int, jobs: Int, step: Int) {
    let squares = inParallel(count, jobs: jobs, step: step) { index throws(Never) in "\(index * index)" }
    #expect(squares == (0..<count).map { "\($0 * $0)" })
  }

  /// Whichever thread fails first.
  @Test(arguments: [1, 2, 8], [1, 3, 64])
  func theFailureOfTheLowestIndexIsTold(jobs: Int, step: Int) {
    for lowest in [0, 41, 199] {
      #expect(throws: Refusal(index: lowest)) {
        try inParallel(200, jobs: jobs, step: step) { index throws(Refusal) in
          if index >= lowest { throw Refusal(index: index) }
          return [index]
        }
      }
    }
  }

  @Test func afterAFailureNothingMoreIsBegun() {
    let begun = Atomic(0)
    #expect(throws: Refusal.self) {
      try inParallel(100_000, jobs: 2, step: 1) { index throws(Refusal) -> Int in
        begun.add(1, ordering: .relaxed)
        throw Refusal(index: index)
      }
    }
    #expect(begun.load(ordering: .relaxed) < 1_000)
  }

  /// What a thread has for itself goes from task to task, and no other thread sees it.
  @Test func eachThreadHasItsOwn() {
    let made = Atomic(0)
    let seen = inParallel(
      1_000, jobs: 4,
      own: {
        made.add(1, ordering: .relaxed)
        return 0
      }
    ) { _, count throws(Never) in
      count += 1
      return count
    }
    // Counted by each thread for itself: as many ones as threads that had a task.
    #expect(seen.count(where: { $0 == 1 }) <= made.load(ordering: .relaxed))
    #expect(seen.reduce(into: [:]) { $0[$1, default: 0] += 1 }.allSatisfy { $0.value <= 4 })
  }

  @Test(arguments: [1, 2])
  func twoValuesAreComputedSideBySide(jobs: Int) {
    let (one, other) = inParallel(jobs: jobs, { [1, 2] }, { "three" })
    #expect(one == [1, 2] && other == "three")
  }
}
