/// What the cases of a ledger may refer to.
package struct LedgerIndex: Sendable {
  /// The case files of which enough could be read, by id.
  package let files: [String: CaseFile]
  /// The processes by id.
  package let workflows: [String: Workflow]
  /// The bytes of each file below attachments/, by its path there.
  package let sizes: [String: Int]
  private let rejected: Set<String>

  /// - Parameter rejected: The ids of files with errors: one file's error is no other's.
  package init(
    _ cases: [CaseFile], rejected: [String] = [], workflows: [Workflow] = [], attachments: [AttachmentFile] = []
  ) {
    files = Dictionary(cases.map { ($0.complaint.id, $0) }) { first, _ in first }
    self.rejected = Set(rejected)
    self.workflows = Dictionary(workflows.map { ($0.id, $0) }) { first, _ in first }
    sizes = Dictionary(attachments.map { ($0.name, $0.size) }) { first, _ in first }
  }

  /// Whether a case file has that id, be it in error or not.
  package func hasCase(_ id: String) -> Bool { files[id] != nil || rejected.contains(id) }
}

/// A day so late that nothing is still in time by it: a case is then judged as written.
private let endOfTime = Day(number: 47_481)

/// What the rules find wrong with one case as of a day, in order of place; cases may be checked side by side.
package func checkRules(
  of file: CaseFile, among index: LedgerIndex, settings: Settings, asOf day: Day? = nil
) -> [Diagnostic] {
  let checked = CaseUnderCheck(file, settings: settings, asOf: day ?? endOfTime)
  // A rule that asks for what could not be read would find something wrong that is not.
  let canAsk = { (fields: [String]) in file.damaged.isDisjoint(with: fields) }
  let times = ["responded", "contained", "closed", "reopened", "events"]
  var findings: [Finding] = []
  if canAsk(["status", "closed", "reopened", "events"]) { findings += checkStatus(checked) }
  if canAsk(times) { findings += checkTimes(checked) }
  if canAsk(["paused"]) { findings += checkPauses(checked) }
  if canAsk(["departments", "events"]) { findings += checkShares(checked) }
  if canAsk(["solution", "costs", "approvals", "status"] + times) {
    findings += checkApproval(checked, ladder: settings.approval, currency: settings.currency)
  }
  findings += checkRelations(checked, among: index)
  if !checked.isVoid { findings += checkHandling(checked, among: index, damaged: file.damaged) }
  return findings.isEmpty ? [] : findings.compactMap { $0.diagnostic(in: file.path, settings: settings) }.sorted()
}

/// The rules of how a case is handled, of which a void number has nothing.
private func checkHandling(_ checked: CaseUnderCheck, among index: LedgerIndex, damaged: Set<String>) -> [Finding] {
  let canAsk = { (fields: [String]) in damaged.isDisjoint(with: fields) }
  let times = ["responded", "contained", "closed", "reopened", "events", "status"]
  var findings = checkDates(checked) + checkQuantities(checked) + checkCauses(checked)
  findings += checkMeasures(checked) + checkAttachments(checked, among: index)
  if canAsk(["related", "repeat_of", "appeal_of"]) { findings += checkRelationOrder(checked, among: index) }
  if canAsk(["samples", "events"]) { findings += checkWitness(checked) }
  guard canAsk(times) else { return findings }
  findings += checkEvents(checked) + checkProcess(checked, among: index)
  if canAsk(["due", "promised", "paused"]) { findings += checkExtensions(checked) }
  if canAsk(["return"]) { findings += checkReturn(checked) }
  if canAsk(["return", "costs", "solution", "allowance_proof"]) { findings += checkProofs(checked) }
  if canAsk(["closure", "followups"]) { findings += checkClosure(checked) }
  if canAsk(["closure", "followups", "followup_exempt", "paused"]) { findings += checkFollowUps(checked) }
  if canAsk(["notified", "paused"]) { findings += checkNotification(checked) }
  if damaged.isEmpty { findings += checkRequired(checked) }
  if canAsk(["corrective", "preventive", "severity", "validity"]) { findings += checkEffect(checked) }
  return findings
}

/// What the rules find wrong with the cases of a ledger as of a day, sorted.
///
/// - Parameters:
///   - rejected: The ids of case files that are not among `cases` because of errors.
///   - damaged: Those of them of which enough could be read to look at the rest.
///   - day: Judged at its end; `nil` judges everything as written.
///   - jobs: How many threads check cases; the result does not depend on it.
package func checkRules(
  _ cases: [CaseFile], rejected: [String] = [], damaged: [CaseFile] = [], workflows: [Workflow] = [],
  attachments: [AttachmentFile] = [], settings: Settings, asOf day: Day? = nil, jobs: Int = 1
) -> [Diagnostic] {
  let files = cases + damaged
  let index = LedgerIndex(files, rejected: rejected, workflows: workflows, attachments: attachments)
  let own = inParallel(files.count, jobs: jobs) {
    checkRules(of: files[$0], among: index, settings: settings, asOf: day)
  }
  return (own.flatMap { $0 } + checkNumbers(cases, rejected: rejected, settings: settings)).sorted()
}
