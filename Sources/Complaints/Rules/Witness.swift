/// Samples were taken apart, and nobody is named who saw it.
package enum WitnessProblem: RuleFacts {
  case missing

  package static let codes = ["samples.witness"]
  package var code: String { "samples.witness" }
  package var severity: Severity { .warning }
  package var message: String {
    "samples were taken apart here, but samples names no witness; add teardown_witness"
  }
}

/// Samples are taken apart only with a witness: an event that tells of it needs one in the samples.
func checkWitness(_ checked: CaseUnderCheck) -> [Finding] {
  guard let samples = checked.record.map("samples"), samples["teardown_witness"] == nil else { return [] }
  for event in checked.placedEvents where event.event.isDone {
    for key in ["note", "problem", "remedy"] {
      guard let item = event.record[key], let text = event.record.text(key)?.lowercased(),
        ["拆机", "拆解", "teardown", "tore down", "taken apart"].contains(where: text.contains)
      else { continue }
      return [Finding(.witness(.missing), at: item.mark)]
    }
  }
  return []
}
