import Glibc

/// Removes a folder of ours with all it holds; nothing happens if there is none. Links in it are removed, not followed.
func removeTree(_ path: String) throws(PublishingFailure) {
  switch try kind(of: path) {
  case nil: return
  case .folder: break
  default:
    try call(.remove, path) { unlink(path) }
    return
  }
  for (name, isFolder) in try entries(of: path) {
    let child = path + "/" + name
    if isFolder { try removeTree(child) } else { try call(.remove, child) { unlink(child) } }
  }
  try call(.remove, path) { rmdir(path) }
}

/// The names in a folder, sorted by bytes, and whether each is a folder itself.
func entries(of path: String) throws(PublishingFailure) -> [(name: String, isFolder: Bool)] {
  guard let folder = opendir(path) else { throw .system(action: .list, path: path, code: errno) }
  defer { closedir(folder) }
  var found: [(name: String, isFolder: Bool)] = []
  errno = 0
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    let isFolder =
      entry.pointee.d_type == UInt8(DT_UNKNOWN)
      ? try kind(of: path + "/" + name) == .folder : entry.pointee.d_type == UInt8(DT_DIR)
    found.append((name, isFolder))
  }
  guard errno == 0 else { throw .system(action: .list, path: path, code: errno) }
  return found
}
