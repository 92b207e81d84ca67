import Complaints
import Threads

/// Where the time of a build goes, for people who ask; nothing of it reaches the site.
struct Stopwatch {
  private let start = ContinuousClock.now
  private var laps: [(name: String, duration: Duration)] = []

  mutating func time<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
    let begin = ContinuousClock.now
    defer { add(ContinuousClock.now - begin, to: name) }
    return try work()
  }

  /// A stage of which several threads spend a part on a work of its own, which becomes a stage of its own.
  mutating func time<Result>(
    _ name: String, _ part: (name: String, clock: WorkClock), jobs: Int, _ work: () throws -> Result
  ) rethrows -> Result {
    let begin = ContinuousClock.now
    defer {
      let whole = ContinuousClock.now - begin
      let spent = min(part.clock.spent / jobs, whole)
      add(whole - spent, to: name)
      add(spent, to: part.name)
    }
    return try work()
  }

  /// What a stage takes in several parts is one lap.
  private mutating func add(_ duration: Duration, to name: String) {
    if let lap = laps.firstIndex(where: { $0.name == name }) {
      laps[lap].duration += duration
    } else {
      laps.append((name, duration))
    }
  }

  /// One line a stage.
  var lines: [String] { laps.map { "\($0.name): \(Self.text($0.duration))" } }

  /// Since it was made.
  var total: String { Self.text(ContinuousClock.now - start) }

  private static func text(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let milliseconds = seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    let rest = String(milliseconds % 1_000)
    return "\(milliseconds / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest) s"
  }
}
