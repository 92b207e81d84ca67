import Glibc

/// A name in a folder, and what it is the name of.
struct FolderEntry {
  let name: String
  let kind: FileKind
}

/// What a folder holds, sorted by bytes, so that the same failure is told each time; what vanished meanwhile is left out.
func entries(of path: String) throws(PublishingFailure) -> [FolderEntry] {
  // Never through a link: it may have taken the folder's place.
  let descriptor = try call(.list, path) { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
  guard let folder = fdopendir(descriptor) else {
    let code = errno
    close(descriptor)
    throw .system(action: .list, path: path, code: code)
  }
  defer { closedir(folder) }
  var found: [FolderEntry] = []
  while true {
    errno = 0
    guard let entry = readdir(folder) else { break }
    let name = withUnsafePointer(to: entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
    }
    if name == "." || name == ".." { continue }
    if let kind = try kind(ofType: Int(entry.pointee.d_type), at: path + "/" + name) {
      found.append(FolderEntry(name: name, kind: kind))
    }
  }
  guard errno == 0 else { throw .system(action: .list, path: path, code: errno) }
  return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}

/// Some file systems do not tell the kind with the name; there it is asked for.
private func kind(ofType type: Int, at path: String) throws(PublishingFailure) -> FileKind? {
  switch type {
  case Int(DT_UNKNOWN): try kind(of: path)
  case Int(DT_DIR): .folder
  case Int(DT_REG): .file
  case Int(DT_LNK): .link
  default: .other
  }
}
