package import Complaints
import Findings
import Narrative

/// What is wrong with the live figures that narratives ask for: each that cannot be drawn is named with its line.
package func liveProblems(of ledger: Ledger, asOf day: Day) -> [Diagnostic] {
  ledger.narratives.flatMap { narrative in
    liveBlocks(in: narrative.text, firstLine: narrative.firstLine).flatMap { block -> [Diagnostic] in
      let isDrawn = LiveFigure(block.yaml, own: narrative.period, through: day) != nil
      return block.problems(isDrawn: isDrawn).compactMap { problem, line, column in
        ledger.settings.severity(of: .live(problem)).map { severity in
          Diagnostic(
            .live(problem), at: Place(path: narrative.path, line: line, column: column), severity: severity)
        }
      }
    }
  }
}

extension LiveBlock {
  /// The lines `key: value` with the line and column of the value.
  private var entries: [(key: String, value: String, line: Int, column: Int)] {
    yaml.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let plain = line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line
      guard let colon = plain.firstIndex(of: ":"), !plain.drop(while: { $0 == " " }).hasPrefix("#") else { return nil }
      let key = plain[..<colon].drop { $0 == " " }
      let rest = plain[plain.index(after: colon)...]
      let value = rest.drop { $0 == " " }
      let column = plain.unicodeScalars.count - value.unicodeScalars.count + 1
      let trimmed = String(value.reversed().drop { $0 == " " }.reversed())
      return (String(key), trimmed, self.line + index + 1, column)
    }
  }

  func problems(isDrawn: Bool) -> [(problem: LiveProblem, line: Int, column: Int)] {
    let charts = LiveFigure.Kind.allCases.map(\.rawValue)
    let known = [
      "chart": charts, "metric": Metric.allCases.map(\.rawValue), "by": Dimension.allCases.map(\.rawValue),
    ]
    var found: [(problem: LiveProblem, line: Int, column: Int)] = []
    for entry in entries {
      let quoted = Quoted(entry.value)
      if let words = known[entry.key] {
        if !words.contains(entry.value) {
          found.append((.unknown(key: entry.key, quoted, known: words), entry.line, entry.column))
        }
      } else if entry.key != "period" {
        let problem = LiveProblem.unknownKey(Quoted(entry.key), known: ["chart", "metric", "by", "period"])
        found.append((problem, entry.line, 1))
      }
    }
    guard let chart = entries.first(where: { $0.key == "chart" }) else {
      return [(.missing(key: "chart", known: charts), line, 1)] + found
    }
    guard found.isEmpty, !isDrawn else { return found }
    let isSplit = entries.contains { $0.key == "by" }
    if chart.value == "trend" || chart.value == "control", isSplit {
      return [(.splitOfTime(chart: chart.value), chart.line, chart.column)]
    }
    if let period = entries.first(where: { $0.key == "period" }) {
      return [(.period(Quoted(period.value)), period.line, period.column)]
    }
    return [(.parts(chart: chart.value), chart.line, chart.column)]
  }
}
