/// A figure's goal: at least, at most, or both.
package struct Target: Hashable, Sendable {
  /// A key of metrics.json: complaint_rate.
  package let metric: String
  package let minimum: Double?
  package let maximum: Double?

  package init(metric: String, minimum: Double?, maximum: Double?) {
    self.metric = metric
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether a value reaches the goal; both ends count as reached.
  package func isMet(by value: Double) -> Bool {
    value >= minimum ?? -.infinity && value <= maximum ?? .infinity
  }
}

/// One step of the approval ladder: who may approve how much.
package struct ApprovalRank: Hashable, Sendable {
  package let rank: String
  /// The highest amount, itself included; `nil` is without limit.
  package let upTo: Money?

  package init(rank: String, upTo: Money?) {
    self.rank = rank
    self.upTo = upTo
  }
}

/// How soon a customer is called back, and how many tries in a row allow closing without having reached them.
package struct FollowupRule: Hashable, Sendable {
  package let within: Limit
  package let tries: Int
  package let window: Limit
  /// In site.yaml.
  package let mark: Mark

  package init(within: Limit, tries: Int, window: Limit, mark: Mark = Mark(line: 1, column: 1)) {
    self.within = within
    self.tries = tries
    self.window = window
    self.mark = mark
  }
}

/// What a case must hold before it reaches a stage.
package struct RequiredRule: Hashable, Sendable {
  package let when: Condition
  /// The stage before which it is due; `nil` means from the start.
  package let before: String?
  package let fields: [String]
  /// Lowest counts by dotted key: samples.asked.
  package let atLeast: [(key: String, count: Int)]
  /// Kinds of attachment.
  package let attachments: [String]
  package let mark: Mark

  package init(
    when: Condition, before: String?, fields: [String], atLeast: [(key: String, count: Int)], attachments: [String],
    mark: Mark
  ) {
    self.when = when
    self.before = before
    self.fields = fields
    self.atLeast = atLeast
    self.attachments = attachments
    self.mark = mark
  }

  package static func == (one: RequiredRule, other: RequiredRule) -> Bool { one.mark == other.mark }
  package func hash(into hasher: inout Hasher) { hasher.combine(mark) }
}

/// Who is told of a case, and how soon.
package struct NotifyRule: Hashable, Sendable {
  package let when: Condition
  package let who: [String]
  package let within: Limit?
  /// In site.yaml.
  package let mark: Mark

  package init(when: Condition, who: [String], within: Limit?, mark: Mark = Mark(line: 1, column: 1)) {
    self.when = when
    self.who = who
    self.within = within
    self.mark = mark
  }
}

/// The head and foot of a printed form.
package struct Form: Hashable, Sendable {
  /// card, 8d, daily, weekly, monthly, annual, expedite, inquiry, return or process.
  package let page: String
  package let number: String?
  package let edition: String?
  package let copies: [String]
  package let signatures: [String]

  package init(page: String, number: String?, edition: String?, copies: [String], signatures: [String]) {
    self.page = page
    self.number = number
    self.edition = edition
    self.copies = copies
    self.signatures = signatures
  }
}

/// What may be attached.
package struct AttachmentRule: Hashable, Sendable {
  /// In bytes; `nil` is without limit.
  package let maximumSize: Int?
  /// File name endings without the point, lower case; `nil` allows all.
  package let types: [String]?

  package init(maximumSize: Int?, types: [String]?) {
    self.maximumSize = maximumSize
    self.types = types
  }
}

/// A dated change after which a control chart's limits are computed anew.
package struct Rebase: Hashable, Sendable {
  package let chart: String
  /// The first period of the new limits: 2026-04.
  package let at: String
  package let reason: String

  package init(chart: String, at: String, reason: String) {
    self.chart = chart
    self.at = at
    self.reason = reason
  }
}
