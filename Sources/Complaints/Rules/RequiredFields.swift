/// A case lacks what the site asks for in such cases.
package enum RequiredProblem: RuleFacts {
  /// `before` is the stage that was reached without it; `nil` where it is asked for from the start.
  case field(FieldName, before: String?)
  case count(FieldName, Int, atLeast: Int, before: String?)
  case attachment(kind: String, before: String?)

  package static let codes = ["required.attachment", "required.count", "required.field"]

  package var code: String {
    switch self {
    case .field: "required.field"
    case .count: "required.count"
    case .attachment: "required.attachment"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .field(let field, let before): "\(field) is needed \(time(before)); add it"
    case .count(let field, let count, let least, let before):
      "\(field) is \(count), but at least \(least) must be there \(time(before)); correct it, or see to the rest"
    case .attachment(let kind, let before): "an attachment of the kind '\(kind)' is needed \(time(before)); add it"
    }
  }

  private func time(_ before: String?) -> String { before.map { "before \($0)" } ?? "in such a case" }
}

/// A case holds the fields, counts and attachments that the site's rules ask for, from the stage on that they name.
func checkRequired(_ checked: CaseUnderCheck) -> [Finding] {
  checked.grounds.settings.required.flatMap { rule -> [Finding] in
    guard rule.when.matches(checked.complaint) else { return [] }
    let mark: Mark
    if let stage = rule.before {
      guard let reached = checked.reached(stage) else { return [] }
      mark = reached.mark
    } else {
      mark = checked.mark(of: rule.when)
    }
    let record = checked.record
    let fields = rule.fields.filter { !record.isGiven($0) }
      .map { Finding(.required(.field(record.schema.name($0), before: rule.before)), at: mark) }
    let counts = rule.atLeast.compactMap { key, least -> Finding? in
      let (count, own) = record.count(at: key)
      guard count < least else { return nil }
      let problem = RequiredProblem.count(record.schema.name(key), count, atLeast: least, before: rule.before)
      return Finding(.required(problem), at: own ?? mark)
    }
    let kinds = record.maps(at: At.attachments).compactMap { $0.text("kind") }
    let attachments = rule.attachments.filter { !kinds.contains($0) }
      .map { Finding(.required(.attachment(kind: $0, before: rule.before)), at: mark) }
    return fields + counts + attachments
  }
}

extension Record {
  /// Whether a field is given; inside a list of maps, whether each of them has it.
  fileprivate func isGiven(_ path: String) -> Bool {
    let keys = path.split(separator: ".")
    guard keys.count > 1 else { return has(path) }
    let rest = keys.dropFirst().joined(separator: ".")
    switch self[String(keys[0])]?.value {
    case .map(let record): return record.isGiven(rest)
    case .list(let items):
      return !items.isEmpty
        && items.allSatisfy { if case .map(let record) = $0.value { record.isGiven(rest) } else { false } }
    default: return false
    }
  }

  /// What counts towards a least number: counts and quantities add up, a list has its items, anything else is one; with
  /// the place of the first.
  fileprivate func count(at path: String) -> (count: Int, mark: Mark?) {
    let items = items(at: path)
    let count = items.reduce(0) { sum, item in
      switch item.value {
      case .count(let count): sum + count
      case .quantity(let quantity): sum + quantity.millionths / 1_000_000
      case .list(let items): sum + items.count
      default: sum + 1
      }
    }
    return (count, items.first?.mark)
  }
}
