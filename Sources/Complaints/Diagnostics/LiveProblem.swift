/// What keeps a live figure of a report from being drawn; its block then stays code.
package enum LiveProblem: ProblemFacts {
  case unknown(key: String, Quoted, known: [String])
  case missing(key: String, known: [String])
  case unknownKey(Quoted, known: [String])
  /// A period that the report's kind does not have, or that lies after the as-of day.
  case period(Quoted)
  /// A chart over time cannot be split.
  case splitOfTime(chart: String)
  /// A chart of parts needs what it is split by, and counts cases received.
  case parts(chart: String)

  package var code: String { "live.unknown" }
  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .unknown(let key, let text, let known): "\(key): \(text) is not known here; write \(Self.list(known))"
    case .missing(let key, let known): "the block says no \(key); write \(key): with \(Self.list(known))"
    case .unknownKey(let key, let known): "unknown key \(key) in a kesu block; it takes \(Self.list(known))"
    case .period(let text):
      "period: \(text) is no such period of this report up to the as-of day; write one like its own"
    case .splitOfTime(let chart): "chart: a \(chart) is not split; delete by, or draw bars"
    case .parts(let chart): "chart: \(chart) shows the parts of received; write metric: received and a by"
    }
  }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
