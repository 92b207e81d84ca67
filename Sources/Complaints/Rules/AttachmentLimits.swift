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
  guard let rule = checked.grounds.settings.attachments else { return [] }
  var findings: [Finding] = []
  func check(_ file: PackedValue, _ mark: Mark) {
    if let name = file.text {
      findings += rule.problems(of: name, among: index).map { Finding(.attachment($0), at: mark) }
    }
  }
  checked.record.read { (map: PackedMap) in
    map.each(at: files, check)
    for path in evidence {
      map.each(at: path) { proofs, _ in proofs.eachItem { check($1, $0) } }
    }
  }
  return findings
}

extension AttachmentRule {
  /// What is wrong with a file by its name, and by its size where it is there.
  fileprivate func problems(of name: String, among index: LedgerIndex) -> [AttachmentProblem] {
    var problems: [AttachmentProblem] = []
    let ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[name.index(after: $0)...].lowercased() } ?? ""
    if let types, !types.contains(ending) { problems.append(.type(Quoted(name), allowed: types)) }
    if let maximumSize, let size = index.sizes[name], size > maximumSize {
      problems.append(.size(Quoted(name), size, most: maximumSize))
    }
    return problems
  }
}
