/// An attached file is not one that the site takes.
package enum AttachmentProblem: RuleFacts {
  case size(Quoted, Int, most: Int)
  case type(Quoted, allowed: [String])

  package static let codes = ["attachment.size", "attachment.type"]

  package var code: String {
    switch self {
    case .size: "attachment.size"
    case .type: "attachment.type"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .size(let file, let size, let most):
      "the file \(file) has \(megabytes(size)) MB, but at most \(megabytes(most)) MB are allowed; make it smaller"
    case .type(let file, let allowed):
      "the type of the file \(file) is not allowed; attach one of \(allowed.joined(separator: ", "))"
    }
  }

  /// Millions of bytes to three places, as people count them.
  private func megabytes(_ bytes: Int) -> String { Quantity(millionths: (bytes + 999) / 1_000 * 1_000).description }
}

private let files = FieldPath.known("attachments.file")
private let evidence = ["containment.evidence", "corrective.evidence", "preventive.evidence"].map(FieldPath.known)

/// Attachments and evidence are of the types and sizes that the site takes.
func checkAttachments(_ checked: CaseUnderCheck, among index: LedgerIndex) -> [Finding] {
  guard let rule = checked.settings.attachments else { return [] }
  let record = checked.record
  let proofs = evidence.flatMap { record.items(at: $0) }
    .flatMap { item -> [Item] in if case .list(let items) = item.value { items } else { [] } }
  return (record.items(at: files) + proofs).flatMap { item -> [Finding] in
    guard case .text(let name) = item.value else { return [] }
    var findings: [Finding] = []
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
    if let types = rule.types, !types.contains(ending) {
      findings.append(Finding(.attachment(.type(Quoted(name), allowed: types)), at: item.mark))
    }
    if let most = rule.maximumSize, let size = index.sizes[name], size > most {
      findings.append(Finding(.attachment(.size(Quoted(name), size, most: most)), at: item.mark))
    }
    return findings
  }
}
