import Foundation
import Testing

/// Invariant 4 of the README: another program, written from the definitions alone, finds the same figures.
struct RecomputationTests {
  @Test func theSampleLedgerHasNoErrors() throws {
    let outcome = try kesu(["check", "--content", "content"], in: repository)
    #expect(outcome.code == 0)
    #expect(outcome.outputLines.filter { $0.contains(": error: ") } == [])
  }

  @Test(arguments: ["team", "management"])
  func everyFigureOfTheSampleIsRecomputed(audience: String) throws {
    let workplace = try Workplace()
    let content = repository + "/content"
    let built = try workplace.build("--content", content, "--audience", audience)
    try #require(built.code == 0, "\(built.errors.suffix(500))")
    let script = ["python3", "-B", repository + "/Tests/Recomputation/recompute.py", "--audience", audience]
    let outcome = try run(script + ["--content", content, "--site", workplace("_site")], in: repository)
    #expect(outcome.code == 0, "\(outcome.output.suffix(2_000))\(outcome.errors.suffix(2_000))")
  }

  /// Three thousand cases by chance, with limits by chance: every field in every form, every combination; at its end, and
  /// in the middle of its time.
  @Test(arguments: ["2026-10-31", "2025-08-20"])
  func everyFigureOfASeededLedgerIsRecomputed(asOf: String) throws {
    let workplace = try Workplace()
    let scripts = repository + "/Tests/Recomputation"
    let made = try run(
      ["python3", "-B", scripts + "/seeded.py", "--sample", repository + "/content", "--target", workplace("seeded")],
      in: repository)
    try #require(made.code == 0, "\(made.errors.suffix(500))")
    let built = try workplace.build("--content", workplace("seeded"), "--audience", "team", "--as-of", asOf)
    try #require(built.code == 0, "\(built.errors.suffix(500))")
    #expect(built.errors.contains("ledger: 3000 found"))
    let outcome = try run(
      [
        "python3", "-B", scripts + "/recompute.py", "--content", workplace("seeded"), "--site", workplace("_site"),
        "--audience", "team", "--as-of", asOf,
      ], in: repository)
    #expect(outcome.code == 0, "\(outcome.output.suffix(2_000))\(outcome.errors.suffix(2_000))")
  }

  @Test func theRecomputationTestsItself() throws {
    let outcome = try run(["python3", "-B", repository + "/Tests/Recomputation/selftest.py"], in: repository)
    #expect(outcome.code == 0, "\(outcome.output)\(outcome.errors)")
  }
}
