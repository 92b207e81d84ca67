import Complaints
import Findings
import Hypertext

/// The outcome of a check as one JSON document.
func report(_ diagnostics: [Diagnostic], asOf: Day, account: Account) -> [UInt8] {
  let document = JSON.object([
    ("as_of", .string(asOf.description)),
    ("cases", .integer(account.found)),
    ("rejected", .integer(account.inError)),
    ("diagnostics", .array(diagnostics.map(\.json))),
  ])
  var bytes: [UInt8] = []
  document.write(into: &bytes)
  bytes.append(UInt8(ascii: "\n"))
  return bytes
}

extension Diagnostic {
  fileprivate var json: JSON {
    .object([
      ("severity", .string(severity.rawValue)), ("code", .string(code)), ("path", .string(place.path)),
      ("line", .integer(place.line)), ("column", .integer(place.column)), ("message", .string(problem.message)),
    ])
  }
}
