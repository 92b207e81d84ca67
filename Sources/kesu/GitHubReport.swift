import Complaints

/// A diagnostic as a workflow command, which GitHub shows beside the line it is about.
///
/// - Note: Source: GitHub Docs, *Workflow commands for GitHub Actions*; the escapes are those of `@actions/core`.
func workflowCommand(_ diagnostic: Diagnostic, path: String) -> String {
  let place = diagnostic.place
  let position = "file=\(escaped(path, ",:")),line=\(place.line),col=\(place.column)"
  let title = escaped(diagnostic.code, ",:")
  return "::\(diagnostic.severity.rawValue) \(position),title=\(title)::\(escaped(diagnostic.problem.message, ""))"
}

/// Writes what would end a property or the command as `%` and two hexadecimal digits.
private func escaped(_ text: String, _ more: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    if scalar == "%" || scalar == "\r" || scalar == "\n" || more.unicodeScalars.contains(scalar) {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      escaped += "%" + (digits.count == 1 ? "0" : "") + digits
    } else {
      escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
