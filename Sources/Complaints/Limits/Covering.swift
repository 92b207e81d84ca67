/// Rules that can never hold, because an earlier one about the same always does first.
extension LimitRule {
  /// The first of the rules before this one that holds wherever this one would; `nil` if it can hold.
  package func covering(among earlier: some Sequence<LimitRule>) -> LimitRule? {
    earlier.first { rule in
      // A rule that asks for reply_by leaves the cases without one to the next.
      isAboutTheSame(as: rule) && (rule.limit != .replyBy || limit == .replyBy) && rule.when.covers(when)
    }
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
}
