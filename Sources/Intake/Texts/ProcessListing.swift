import Complaints

/// The id of a process: what its file says, else the file's name.
///
/// - Returns: The name where the file cannot be read as YAML; whoever reads the whole process says why.
func processID(_ bytes: [UInt8], stem: String) -> String {
  do throws(Fault) {
    for pair in try pairs(of: readDocument(bytes)) where pair.key == "id" {
      if case .scalar(let text, _) = pair.value.content, !pair.value.isMissing { return trimmed(text) }
    }
  } catch {
    return stem
  }
  return stem
}
