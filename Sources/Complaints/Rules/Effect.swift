/// A critical case was closed without proof that what was done helps.
package enum EffectProblem: RuleFacts {
  case missing

  package static let codes = ["effect.missing"]
  package var code: String { "effect.missing" }
  package var severity: Severity { .warning }
  package var message: String {
    "a critical case was closed, and nobody verified the effect; add verified_by and verified_on to a corrective measure, or a verified event"
  }
}

/// A critical complaint is closed when the effect of a corrective or preventive measure has been verified, or an event
/// says so. Where the complaint did not prove valid there is nothing to verify.
func checkEffect(_ checked: CaseUnderCheck) -> [Finding] {
  let complaint = checked.complaint
  guard complaint.severity == "critical", complaint.kind == .complaint, complaint.isValid,
    checked.history.closed != nil, let closed = checked.reached("closed")
  else { return [] }
  if checked.history.first("verified") != nil { return [] }
  let measures = checked.record.maps(at: At.corrective) + checked.record.maps(at: At.preventive)
  if measures.contains(where: { $0.has("verified_on") || $0.has("verified_by") }) { return [] }
  return [Finding(.effect(.missing), at: closed.mark)]
}
