/// What the rules find wrong with a measure in improvements/ whose values are all readable.
package enum ImprovementProblem: RuleFacts {
  /// Who, by when, or how far is not said.
  case incomplete(field: String)
  /// An open dimension on which no case stands under the key.
  case unknownKey(dimension: String, Quoted)
  /// A target that is meant as a percentage, or cannot be reached.
  case target(Quoted, metric: String)
  /// More than everything of the baseline.
  case relative(Quoted)
  /// All is done, but not when.
  case doneMissing
  case effectWithoutDone
  case effectUnconfirmed(field: String)
  case confirmedBeforeDone(Moment, done: Moment)
  case progressAfterDone(Moment, done: Moment)

  package static let codes = [
    "improvement.done", "improvement.incomplete", "improvement.key", "improvement.order", "improvement.target",
    "improvement.unconfirmed",
  ]

  package var code: String {
    switch self {
    case .incomplete: "improvement.incomplete"
    case .unknownKey: "improvement.key"
    case .target, .relative: "improvement.target"
    case .doneMissing, .effectWithoutDone: "improvement.done"
    case .effectUnconfirmed: "improvement.unconfirmed"
    case .confirmedBeforeDone, .progressAfterDone: "improvement.order"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .incomplete(let field): "the measure has no \(field); write '\(field): …'"
    case .unknownKey(let dimension, let key):
      "split: no case has the \(dimension) \(key); write one that occurs, or leave split out"
    case .target(let text, let metric): "\(metric) is a fraction, and \(text) is above 1; write 95 % as 0.95"
    case .relative(let text): "target \(text) with relative: yes is more than all of it; write 5 % as 0.05"
    case .doneMissing: "progress is 100 %, but nothing says when the measure was done; add done: with the day"
    case .effectWithoutDone:
      "the effect is confirmed, but nothing says when the measure was done; add done: with the day"
    case .effectUnconfirmed(let field): "effective is given, but not \(field); write '\(field): …'"
    case .confirmedBeforeDone(let time, let done):
      "confirmed on \(time), before the measure was done on \(done); correct one of the two days"
    case .progressAfterDone(let time, let done):
      "progress of \(time), after the measure was done on \(done); correct one of the two times"
    }
  }
}

extension Ledger {
  /// What the rules find wrong with the improvements, in the order of the files.
  func checkImprovements(among index: LedgerIndex) -> [Diagnostic] {
    improvements.flatMap { improvement in
      let found =
        improvement.plan + improvement.outcome + unknownKey(of: improvement) + improvement.unknownCases(among: index)
      return found.compactMap { $0.diagnostic(in: improvement.path, settings: settings) }
    }
  }

  /// Whether any case, or for products any row of what was shipped, has the key; asked of open dimensions only, since
  /// the words of the others are known when they are read.
  private func unknownKey(of improvement: Improvement) -> [Finding] {
    guard let split = improvement.split, let item = improvement.record.map("split")?["key"] else { return [] }
    let isListed = settings.vocabularies[Vocabulary.ofDimension(split.dimension)].code(for: split.key) != nil
    let isShipped = split.dimension == "product" && exposure.contains { $0.product == split.key }
    guard !isListed, !isShipped,
      ![cases, damaged].contains(where: { files in files.contains { $0.complaint.stands(under: split) } })
    else { return [] }
    let problem = ImprovementProblem.unknownKey(dimension: split.dimension, Quoted(split.key))
    return [Finding(.improvement(problem), at: item.mark)]
  }
}

extension Complaint {
  /// Whether a case stands under a key of a dimension whose words may be anything.
  fileprivate func stands(under split: Improvement.Split) -> Bool {
    switch split.dimension {
    case "category": category.map { $0 == split.key || $0.hasPrefix(split.key + "/") } ?? false
    case "product": products.contains { $0.key == split.key }
    case "owner": owner == split.key
    case "business": business == split.key
    case "branch": branch == split.key
    case "department":
      (departments + events.flatMap(\.departments)).contains { $0.department == split.key }
    default: true
    }
  }
}

extension Improvement {
  private func finding(_ problem: ImprovementProblem, at key: String) -> Finding {
    Finding(.improvement(problem), at: (record[key] ?? record["title"])?.mark ?? Mark(line: 1, column: 1))
  }

  /// Who, by when, and how far.
  fileprivate var plan: [Finding] {
    var missing = ["owner", "due"].filter { record[$0] == nil }
    if metric != nil { missing += ["baseline", "target"].filter { record[$0] == nil } }
    var findings = missing.map { finding(.incomplete(field: $0), at: $0) }
    guard let metric, let target else { return findings }
    let isFraction = ["on_time_rate", "completed_of_received", "complaint_rate"].contains(metric)
    if isRelative, target.double > 1 {
      findings.append(finding(.relative(Quoted(written(target))), at: "target"))
    } else if isFraction, !isRelative {
      for (key, value) in [("baseline", baseline), ("target", target)] {
        guard let value, value.double > 1 else { continue }
        findings.append(finding(.target(Quoted(written(value)), metric: metric), at: key))
      }
    }
    return findings
  }

  /// Done before confirmed, and confirmed by somebody.
  fileprivate var outcome: [Finding] {
    var findings: [Finding] = []
    let claim = isEffective != nil ? "effective" : confirmedOn != nil ? "confirmed_on" : nil
    if done == nil, let claim {
      findings.append(finding(.effectWithoutDone, at: claim))
    } else if done == nil, progress.last(where: { $0.percent != nil })?.percent == 10_000 {
      findings.append(finding(.doneMissing, at: "progress"))
    }
    if isEffective != nil {
      for field in ["confirmed_by", "confirmed_on"] where record[field] == nil {
        findings.append(finding(.effectUnconfirmed(field: field), at: "effective"))
      }
    }
    guard let done else { return findings }
    if let confirmedOn, done.isAfter(confirmedOn) {
      findings.append(finding(.confirmedBeforeDone(confirmedOn, done: done), at: "confirmed_on"))
    }
    for note in record.maps("progress") {
      guard let item = note["at"], case .moment(let at) = item.value, at.isAfter(done) else { continue }
      findings.append(Finding(.improvement(.progressAfterDone(at, done: done)), at: item.mark))
    }
    return findings
  }

  /// The cases that it names are cases of the ledger.
  fileprivate func unknownCases(among index: LedgerIndex) -> [Finding] {
    record.list("cases").compactMap { item in
      guard case .text(let id) = item.value, !index.hasCase(id) else { return nil }
      return Finding(.relation(.unknown(field: "cases", id: id)), at: item.mark)
    }
  }
}

/// A decimal as a message shows it: 95 or 0.05.
private func written(_ quantity: Quantity) -> String {
  let (whole, rest) = quantity.millionths.quotientAndRemainder(dividingBy: 1_000_000)
  guard rest > 0 else { return String(whole) }
  let digits = String(rest)
  var fraction = (String(repeating: "0", count: 6 - digits.count) + digits)[...]
  while fraction.last == "0" { fraction.removeLast() }
  return "\(whole).\(fraction)"
}
