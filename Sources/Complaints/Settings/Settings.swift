package import Digests

/// What site.yaml says: one typed value for each of its sections.
package struct Settings: Sendable {
  package var title: String
  package var organization: String?
  package var language: Language
  package var zone: Zone
  /// A default for the as-of day, where neither the command line nor the environment gives one.
  package var asOf: Day?
  /// ISO 4217, such as CNY.
  package var currency: String
  /// The address where a file is edited, with `{path}` in the place of its path.
  package var editURL: String?
  package var numbering: String?
  /// The site's own vocabularies in place of built-in ones of the same name.
  package var vocabularies: Vocabularies
  /// In the order of the file: of the rules that match, the first holds.
  package var limits: [LimitRule] { didSet { limitTable = LimitTable(limits) } }
  /// The same, for those who ask which of them hold for a case.
  private(set) var limitTable = LimitTable([])
  package var targets: [Target]
  /// From the lowest rank to the highest.
  package var approval: [ApprovalRank]
  package var calendar: WorkCalendar
  package var followup: FollowupRule?
  package var required: [RequiredRule]
  package var notify: [NotifyRule]
  package var forms: [Form]
  /// Percent in hundredths by which received goods may exceed the approved quantity; `nil` where no rule applies.
  package var returnTolerance: Int?
  package var attachments: AttachmentRule?
  /// Severity by rule code; `nil` as a value turns the rule off.
  package var rules: [String: Severity?]
  /// Counts below this are not shown to the public; `nil` where nothing is suppressed.
  package var minimumCell: Int?
  package var laney: Bool
  package var rebases: [Rebase]
  /// Of all files from which this was read: site.yaml and the calendars.
  package var digest = Digest(of: [])

  /// A site with nothing but a title: every rule off, every default in force.
  package init(title: String, zone: Zone) {
    self.title = title
    self.zone = zone
    language = .chinese
    currency = "CNY"
    vocabularies = Vocabularies(given: [])
    calendar = WorkCalendar()
    (limits, targets, approval, required, notify, forms, rebases) = ([], [], [], [], [], [], [])
    (rules, laney) = ([:], false)
  }

  /// The weight of a problem under the site's rules; `nil` if its rule is off. What is no rule cannot be set.
  package func severity(of problem: Problem) -> Severity? {
    guard let setting = rules[problem.code] else { return problem.defaultSeverity }
    return setting
  }
}

/// The vocabularies in force, found by name.
package struct Vocabularies: Sendable {
  private let byName: [String: Vocabulary]

  /// - Parameter given: Those of the site; each takes the place of the built-in one of its name.
  package init(given: [Vocabulary]) {
    var byName: [String: Vocabulary] = [:]
    for vocabulary in Vocabulary.builtIn + given { byName[vocabulary.name] = vocabulary }
    self.byName = byName
  }

  /// The vocabulary of that name; every field's exists.
  package subscript(name: String) -> Vocabulary {
    guard let vocabulary = byName[name] else { preconditionFailure("no vocabulary is named \(name)") }
    return vocabulary
  }

  /// All of them, sorted.
  package var names: [String] { byName.keys.sorted() }

  /// Whether site.yaml may give a vocabulary of that name.
  package func contains(_ name: String) -> Bool { byName[name] != nil }
}
