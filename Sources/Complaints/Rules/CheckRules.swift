/// What the cases of a ledger may refer to.
package struct LedgerIndex: Sendable {
  /// The ids of all case files, also of those that have errors: one file's error is no other's.
  package let ids: Set<String>

  package init(_ cases: [CaseFile], rejected: [String] = []) {
    ids = Set(cases.map(\.complaint.id)).union(rejected)
  }
}

/// What the rules find wrong with one case, in order of place; cases may be checked side by side.
package func checkRules(of file: CaseFile, among index: LedgerIndex, settings: Settings) -> [Diagnostic] {
  let checked = CaseUnderCheck(file)
  var findings = checkStatus(checked)
  findings += checkTimes(checked)
  findings += checkPauses(checked)
  findings += checkShares(checked)
  findings += checkApproval(checked, ladder: settings.approval, currency: settings.currency)
  findings += checkRelations(checked, among: index)
  return findings.isEmpty ? [] : findings.compactMap { $0.diagnostic(in: file.path, settings: settings) }.sorted()
}

/// What the rules find wrong with the cases of a ledger, sorted.
///
/// - Parameter rejected: The ids of case files that are not among `cases` because of errors.
package func checkRules(_ cases: [CaseFile], rejected: [String] = [], settings: Settings) -> [Diagnostic] {
  let index = LedgerIndex(cases, rejected: rejected)
  let own = cases.flatMap { checkRules(of: $0, among: index, settings: settings) }
  return (own + checkNumbers(cases, rejected: rejected, settings: settings)).sorted()
}
