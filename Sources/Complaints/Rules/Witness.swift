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
  guard let samples = checked.record.map(at: At.samples), !samples.has("teardown_witness") else { return [] }
  var first: Mark?
  checked.record.find(At.events) { events in
    events.eachMap { event in
      guard first == nil, Event.isDone(event.find(At.event.result)?.text) else { return }
      first =
        notes.lazy.compactMap { event.placed($0) }
        .first { $0.value.withText(teardowns.isAny) ?? false }?.mark
    }
  }
  return first.map { [Finding(.witness(.missing), at: $0)] } ?? []
}

/// Where an event tells what was done.
private let notes = ["note", "problem", "remedy"].map { FieldPath.known("events.\($0)").indices[1] }

private let teardowns = WordList(["拆机", "拆解", "teardown", "tore down", "taken apart"])
