import Testing

/// Invariant 5 of the README, on machines that differ: Tests/Determinism/run builds the sample over time zones, locales, directory orders, umasks, folders, threads, clocks, file times and configurations.
struct DeterminismTests {
  @Test func theBytesAreTheSameOnEveryMachine() throws {
    let script = ["python3", "-B", repository + "/Tests/Determinism/run", try kesuPath()]
    let outcome = try run(script, in: repository, seconds: 900)
    // Also what was skipped, since disorderfs, faketime or another program is missing, is to be seen.
    print(outcome.output)
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
  }
}
