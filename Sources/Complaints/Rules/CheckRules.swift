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
  // A rule that asks for what could not be read would find something wrong that is not.
  let canAsk = { (fields: [String]) in file.damaged.isDisjoint(with: fields) }
  var findings: [Finding] = []
  if canAsk(["status", "closed", "reopened", "events"]) { findings += checkStatus(checked) }
  if canAsk(["responded", "contained", "closed", "reopened", "events"]) { findings += checkTimes(checked) }
  if canAsk(["paused"]) { findings += checkPauses(checked) }
  if canAsk(["departments", "events"]) { findings += checkShares(checked) }
  if canAsk(["solution", "costs", "approvals"]) {
    findings += checkApproval(checked, ladder: settings.approval, currency: settings.currency)
  }
  findings += checkRelations(checked, among: index)
  return findings.isEmpty ? [] : findings.compactMap { $0.diagnostic(in: file.path, settings: settings) }.sorted()
}

/// What the rules find wrong with the cases of a ledger, sorted.
///
/// - Parameters:
///   - rejected: The ids of case files that are not among `cases` because of errors.
///   - damaged: Those of them of which enough could be read to look at the rest.
///   - jobs: How many threads check cases; the result does not depend on it.
package func checkRules(
  _ cases: [CaseFile], rejected: [String] = [], damaged: [CaseFile] = [], settings: Settings, jobs: Int = 1
) -> [Diagnostic] {
  let index = LedgerIndex(cases, rejected: rejected)
  let files = cases + damaged
  let own = inParallel(files.count, jobs: jobs) { checkRules(of: files[$0], among: index, settings: settings) }
  return (own.flatMap { $0 } + checkNumbers(cases, rejected: rejected, settings: settings)).sorted()
}
