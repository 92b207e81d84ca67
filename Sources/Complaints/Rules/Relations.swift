/// A case refers to one that is not there.
package enum RelationProblem: RuleFacts {
  case unknown(field: String, id: String)
  case itself(field: String)

  package static let codes = ["relation.self", "relation.unknown"]

  package var code: String {
    switch self {
    case .unknown: "relation.unknown"
    case .itself: "relation.self"
    }
  }

  package var severity: Severity {
    if case .itself = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .unknown(let field, let id): "\(field): no case has the id '\(id)'; correct it, or add that case"
    case .itself(let field): "\(field) names the case itself; write the id of the other one"
    }
  }
}

/// What a case repeats, appeals against or is related to is another case of the ledger.
func checkRelations(_ checked: CaseUnderCheck, among index: LedgerIndex) -> [Finding] {
  let record = checked.record
  guard checked.complaint.namesOthers else { return [] }
  let single = ["repeat_of", "appeal_of"].compactMap { field in record[field].map { (field, $0) } }
  return (single + record.list(at: At.related).map { ("related", $0) }).compactMap { field, item in
    let id: String? =
      switch item.value {
      case .text(let id), .code(let id): id
      default: nil
      }
    guard let id else { return nil }
    if id == checked.complaint.id { return Finding(.relation(.itself(field: field)), at: item.mark) }
    return index.hasCase(id) ? nil : Finding(.relation(.unknown(field: field, id: id)), at: item.mark)
  }
}
