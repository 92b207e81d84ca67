import Synchronization
import Testing

@testable import Threads

@Suite struct MeanwhileTests {
  private struct Refusal: Error {}

  @Test(arguments: [1, 2]) func aValueIsComputedOnce(jobs: Int) throws {
    let times = Atomic(0)
    let value = Meanwhile(jobs: jobs) { times.add(1, ordering: .relaxed).newValue }
    #expect(try value.value() == 1)
    #expect(try value.value() == 1)
    #expect(times.load(ordering: .relaxed) == 1)
  }

  @Test(arguments: [1, 2]) func aFailureIsToldWhoeverAsks(jobs: Int) {
    let value = Meanwhile<Int>(jobs: jobs) { throw Refusal() }
    for _ in 0..<2 { #expect(throws: Refusal.self) { try value.value() } }
  }

  @Test func withOneThreadNothingIsComputedThatNobodyAsksFor() {
    let times = Atomic(0)
    _ = Meanwhile(jobs: 1) { times.add(1, ordering: .relaxed).newValue }
    #expect(times.load(ordering: .relaxed) == 0)
  }
}
