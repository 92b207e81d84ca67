import Complaints
import Foundation
import Testing
import Threads

/// The engine against the simulator on random cases; KESU_SIMULATED_CASES asks for more than 2,000.
struct SimulationTests {
  private static let count =
    ProcessInfo.processInfo.environment["KESU_SIMULATED_CASES"].flatMap { Int($0) } ?? 2_000

  @Test func theEngineAgreesWithTheSimulator() {
    let disagreements = inParallel(Self.count, jobs: 2) { seed -> String? in
      let simulated = SimulatedCase(seed: UInt64(seed))
      let (found, expected) = (engine(simulated), simulated.answer())
      return found == expected ? nil : "seed \(seed): \(found)\ninstead of \(expected)\nin \(simulated)"
    }.compactMap { $0 }
    #expect(
      disagreements.isEmpty,
      "\(disagreements.count) of \(Self.count); \(disagreements.prefix(3).joined(separator: "\n"))")
  }

  /// A second opinion that asked the program would be no second opinion.
  @Test(arguments: ["SimulatedCase", "SimulatedDice", "SimulatedMinutes", "Simulator"])
  func theSimulatorImportsNothing(file: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: file + ".swift"), encoding: .utf8)
    #expect(!text.contains("import "))
  }

  /// What the random cases are made of, and what becomes of them: all that a limit may say.
  @Test func randomCasesHaveEverythingThatALimitMaySay() {
    var seen: Set<String> = []
    for seed in 0..<1_000 {
      let simulated = SimulatedCase(seed: UInt64(seed))
      let answer = simulated.answer()
      for rule in simulated.rules where answer.stages[rule.name] != nil || answer.source == rule.name {
        seen.formUnion([rule.from, "\(rule.span)".prefix { $0 != "(" }.description])
        seen.formUnion(rule.wanted.map(\.fact))
        if rule.departments.count > 1, !rule.stages.isEmpty { seen.insert("shared by departments") }
        if rule.stages.count > 1 { seen.insert("shared by stages") }
        if rule.stages.isEmpty { seen.insert("the whole case") }
      }
      seen.formUnion(answer.stages.values.map(\.word))
      if let source = answer.source, !source.hasPrefix("rule") { seen.insert(source) }
      seen.insert(answer.isOverdue.map { $0 ? "case overdue" : "case not overdue" } ?? "case without a due time")
      if let isOnTime = answer.isOnTime { seen.insert(isOnTime ? "closed on time" : "closed late") }
      if let warning = answer.warning { seen.insert(warning) }
      if simulated.steps.contains(where: { $0.stage == "reopened" }), answer.closed == nil { seen.insert("reopened") }
    }
    let expected: Set = [
      "received", "registered", "attributed", "planned", "previous", "hours", "workingHours", "days", "halfDay",
      "months", "replyBy", "shared by departments", "shared by stages", "the whole case", "met", "late", "overdue",
      "running", "not started", "unmeasured", "by hand", "promise", "case overdue", "case not overdue",
      "case without a due time", "closed on time", "closed late", "due.extension", "promised.late", "reopened",
    ]
    #expect(seen == expected.union(SimulatedCase.factNames))
    #expect(Set(SimulatedCase.factNames) == Set(Condition.Axis.allCases.map(\.rawValue)))
  }

  private static let answers = inParallel(300, jobs: 2) { seed in
    let simulated = SimulatedCase(seed: UInt64(seed))
    return (simulated: simulated, answer: simulated.answer())
  }

  /// An engine that is wrong in one thing disagrees with the simulator in some of 300 cases.
  @Test(arguments: SimulatedMistake.all)
  func anEngineWithAMistakeIsCaught(mistake: SimulatedMistake) {
    let caught = inParallel(Self.answers.count, jobs: 2) { index in
      mistake.engine(Self.answers[index].simulated) != Self.answers[index].answer
    }
    #expect(caught.count { $0 } >= 5, "only \(caught.count { $0 }) of \(caught.count)")
  }
}
