import Complaints

/// The id of a process: what its file says, else the file's name; and what keeps the file from being read as YAML.
func processID(_ bytes: [UInt8], path: String, stem: String) -> (id: String, problems: [Diagnostic]) {
  do throws(Fault) {
    for pair in try pairs(of: readDocument(bytes)) where pair.key == "id" {
      if case .scalar(let text, _) = pair.value.content, !pair.value.isMissing { return (trimmed(text), []) }
    }
    return (stem, [])
  } catch {
    return (stem, [error.diagnostic(in: path)])
  }
}
