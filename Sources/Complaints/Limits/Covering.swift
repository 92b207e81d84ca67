/// Rules that can never hold, because earlier ones about the same always do first.
extension LimitRule {
  /// A rule before this one that holds where this one would, where together with others it leaves it nothing; `nil` if
  /// it can hold.
  package func covering(among earlier: [LimitRule]) -> LimitRule? {
    // A rule that asks for reply_by leaves the cases without one to the next.
    let rivals = earlier.filter { isAboutTheSame(as: $0) && ($0.limit != .replyBy || limit == .replyBy) }
    guard !rivals.isEmpty else { return nil }
    if let whole = rivals.first(where: { $0.when.covers(when) }) { return whole }
    // Several rules may share its cases among them: each value it asks for has a rule before it.
    var last: LimitRule?
    for part in when.parts {
      guard let rival = rivals.first(where: { $0.when.covers(part) }) else { return nil }
      last = rival
    }
    return last
  }
}

extension Condition {
  /// Whether every case that another condition matches is matched by this one.
  func covers(_ other: Condition) -> Bool {
    clauses.allSatisfy { clause in
      other.clauses.contains { narrower in
        narrower.axis == clause.axis
          && narrower.codes.allSatisfy { code in
            clause.codes.contains { $0 == code || clause.axis == .category && code.hasPrefix($0 + "/") }
          }
      }
    }
  }

  /// The conditions with one code an axis that together match what this one does; itself where there are too many.
  fileprivate var parts: [Condition] {
    guard clauses.reduce(1, { $0 * max($1.codes.count, 1) }) <= 256 else { return [self] }
    return clauses.reduce([Condition()]) { parts, clause in
      parts.flatMap { part in
        clause.codes.map { Condition(part.clauses + [Condition.Clause(axis: clause.axis, codes: [$0])]) }
      }
    }
  }
}
