import Threads

/// What the cases of a ledger may refer to.
package final class LedgerIndex: Sendable {
  private let cases, damaged: [CaseFile]
  /// Where their ids are among them.
  private let places, placesOfDamaged: NameTable
  /// The processes by id.
  package let workflows: [String: Workflow]
  /// The bytes of each file below attachments/, by its path there.
  package let sizes: [String: Int]
  private let rejected: Set<String>

  /// - Parameters:
  ///   - places: Of the ids of the cases, where somebody has them already.
  ///   - damaged: The files with errors of which enough could be read for the rules.
  ///   - rejected: The ids of files with errors: one file's error is no other's.
  package init(
    _ cases: [CaseFile], at places: NameTable? = nil, damaged: [CaseFile] = [], rejected: [String] = [],
    workflows: [Workflow] = [], attachments: [AttachmentFile] = []
  ) {
    (self.cases, self.damaged) = (cases, damaged)
    self.places = places ?? NameTable(cases.map(\.complaint.id))
    placesOfDamaged = NameTable(damaged.map(\.complaint.id))
    self.rejected = Set(rejected)
    self.workflows = Dictionary(workflows.map { ($0.id, $0) }) { first, _ in first }
    sizes = Dictionary(attachments.map { ($0.name, $0.size) }) { first, _ in first }
  }

  /// The case file of an id, of which enough could be read.
  package func file(_ id: String) -> CaseFile? {
    places.place(of: id).map { cases[$0] } ?? placesOfDamaged.place(of: id).map { damaged[$0] }
  }

  /// Whether a case file has that id, be it in error or not.
  package func hasCase(_ id: String) -> Bool {
    places.place(of: id) != nil || placesOfDamaged.place(of: id) != nil || rejected.contains(id)
  }
}

/// A day so late that nothing is still in time by it: a case is then judged as written.
private let endOfTime = Day(number: 47_481)

/// What the rules find wrong with one case as of a day, in order of place; cases may be checked side by side.
package func checkRules(
  of file: CaseFile, among index: LedgerIndex, settings: Settings, asOf day: Day? = nil
) -> [Diagnostic] {
  checkRules(of: file, CaseUnderCheck(file, on: Grounds(settings, among: index, asOf: day ?? endOfTime)))
}

/// The same of a case that is being looked at already.
func checkRules(of file: CaseFile, _ checked: CaseUnderCheck) -> [Diagnostic] {
  // A rule that asks for what could not be read would find something wrong that is not.
  let isWhole = file.damaged.isEmpty
  let canAsk = { (fields: [String]) in file.damaged.isDisjoint(with: fields) }
  let grounds = checked.grounds
  var findings: [Finding] = []
  if isWhole || canAsk(["status", "closed", "reopened", "events"]) { findings += checkStatus(checked) }
  if isWhole || canAsk(times) { findings += checkTimes(checked) }
  if isWhole || canAsk(["paused"]) { findings += checkPauses(checked) }
  if isWhole || canAsk(["departments", "events"]) { findings += checkShares(checked) }
  if isWhole || canAsk(["solution", "costs", "approvals", "status"] + times) {
    findings += checkApproval(checked, ladder: grounds.settings.approval, currency: grounds.settings.currency)
  }
  findings += checkRelations(checked, among: grounds.index)
  if !checked.isVoid { findings += checkHandling(checked, among: grounds.index, damaged: file.damaged) }
  if findings.isEmpty { return [] }
  return findings.compactMap { $0.diagnostic(in: file.path, settings: grounds.settings) }.sorted()
}

/// The fields that tell when a stage was reached.
private let times = ["responded", "contained", "closed", "reopened", "events"]

/// The rules of how a case is handled, of which a void number has nothing.
private func checkHandling(_ checked: CaseUnderCheck, among index: LedgerIndex, damaged: Set<String>) -> [Finding] {
  let isWhole = damaged.isEmpty
  let canAsk = { (fields: [String]) in damaged.isDisjoint(with: fields) }
  var findings = checkDates(checked) + checkQuantities(checked) + checkCauses(checked)
  findings += checkMeasures(checked) + checkAttachments(checked, among: index)
  if isWhole || canAsk(["related", "repeat_of", "appeal_of"]) { findings += checkRelationOrder(checked, among: index) }
  if isWhole || canAsk(["samples", "events"]) { findings += checkWitness(checked) }
  guard isWhole || canAsk(times + ["status"]) else { return findings }
  findings += checkEvents(checked) + checkProcess(checked, among: index)
  if isWhole || canAsk(["due", "promised", "paused"]) { findings += checkExtensions(checked) }
  if isWhole || canAsk(["return"]) { findings += checkReturn(checked) }
  if isWhole || canAsk(["return", "costs", "solution", "allowance_proof"]) { findings += checkProofs(checked) }
  if isWhole || canAsk(["closure", "followups"]) { findings += checkClosure(checked) }
  if isWhole || canAsk(["closure", "followups", "followup_exempt", "paused"]) { findings += checkFollowUps(checked) }
  if isWhole || canAsk(["notified", "paused"]) { findings += checkNotification(checked) }
  if isWhole { findings += checkRequired(checked) }
  if isWhole || canAsk(["corrective", "preventive", "severity", "validity"]) { findings += checkEffect(checked) }
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
  let grounds = Grounds(settings, among: index, asOf: day ?? endOfTime)
  let own = inParallel(files.count, jobs: jobs) { checkRules(of: files[$0], CaseUnderCheck(files[$0], on: grounds)) }
  return (own.flatMap { $0 } + checkNumbers(cases, rejected: rejected, settings: settings)).sorted()
}
