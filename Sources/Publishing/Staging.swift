import CLinux
import Glibc

/// A folder beside the output folder in which the new site grows until it takes the other's place.
struct Staging: ~Copyable {
  let output: String
  /// On the same file system as the output, since it stands beside it.
  let path: String
  /// Of the new site's folder and of the old one's: no second build writes either, or removes what this one works on.
  private let locks: Locks

  private struct Locks: ~Copyable {
    let new: FolderLock
    let old: FolderLock?
  }

  /// Makes the folder; what a killed build left in it is removed first.
  init(output: String) throws(PublishingFailure) {
    let path = besides(output, ".kesu-staging")
    try makeFolders(to: parentFolder(of: output))
    try mend(output)
    let old = try FolderLock(output, of: output)
    do {
      let litter = try FolderLock(path, of: output)
      try removeTree(path)
      _ = consume litter
    }
    guard mkdir(path, 0o777) == 0 else {
      let code = errno
      throw code == EEXIST ? .locked(path: output) : .system(action: .makeFolder, path: path, code: code)
    }
    guard let new = try FolderLock(path, of: output) else { throw .locked(path: output) }
    self.output = output
    self.path = path
    locks = Locks(new: new, old: old)
  }

  /// Brings all data to the disk, then puts the new site in the old one's place in one step, and removes the old one.
  func finish() throws(PublishingFailure) {
    try sync(path, fileSystem: true)
    if try kind(of: output) == nil {
      try call(.exchange, output) { rename(path, output) }
    } else {
      try exchange(path, output)
      // The new site stands; what cannot be removed of the old one now is removed by the next build.
      do { try removeTree(path) } catch {}
    }
    // The new name itself reaches the disk with the folder that holds it.
    try sync(parentFolder(of: output), fileSystem: false)
  }

  /// - Parameter fileSystem: Whether all that was written to its file system is meant, or only the names in the folder.
  private func sync(_ folder: String, fileSystem: Bool) throws(PublishingFailure) {
    let descriptor = try call(.look, folder) { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(descriptor) }
    if fileSystem {
      let code = sync_file_system(descriptor)
      guard code == 0 else { throw .system(action: .sync, path: folder, code: code) }
    } else {
      try call(.sync, folder) { fsync(descriptor) }
    }
  }
}

/// The name of a hidden neighbour: `/srv/.site.kesu-staging` for `/srv/site`.
func besides(_ output: String, _ ending: String) -> String {
  let cut = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
  return output[..<cut] + "." + output[cut...] + ending
}

/// Makes a folder and those above it where they are missing.
private func makeFolders(to path: String) throws(PublishingFailure) {
  if try kind(of: path) != nil { return }
  try makeFolders(to: parentFolder(of: path))
  if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
  throw .system(action: .makeFolder, path: path, code: errno)
}

/// The folder that holds a path: `.` for a lone name.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
