import CLinux
import Glibc

/// A folder beside the output folder in which the new site grows until it takes the other's place.
struct Staging: ~Copyable {
  let output: String
  /// On the same file system as the output, since it stands beside it.
  let path: String
  private let jobs: Int
  /// Of the new site's folder and of the old one's: no second build writes either, or removes what this one works on. No file is needed for that, so none is left.
  private let locks: Locks

  private struct Locks: ~Copyable {
    let new: FolderLock
    let old: FolderLock?
  }

  /// Makes the folder; what a killed build left is removed first.
  init(output: String, jobs: Int) throws {
    let path = besides(output, ".kesu-staging")
    try makeFolders(to: parentFolder(of: output))
    try mend(output, jobs: jobs)
    let old = try FolderLock(output, of: output)
    try removeLitter(path, of: output, jobs: jobs)
    try makeStaging(path, for: output)
    guard let new = try FolderLock(path, of: output) else { throw PublishingFailure.locked(path: output) }
    self.output = output
    self.path = path
    self.jobs = jobs
    locks = Locks(new: new, old: old)
  }

  /// Lets in whom the old site lets in, and says by its marker whose the folder is.
  func begin(_ manifest: Manifest) throws(PublishingFailure) {
    try keepMode(of: output, for: path)
    try write(manifest.bytes, to: path + "/" + Manifest.name)
  }

  /// Brings all data to the disk, then puts the new site in the old one's place in one step, and removes the old one.
  func finish() throws {
    try sync(path, fileSystem: true)
    let isFirst = try kind(of: output) == nil
    if isFirst { try call(.exchange, output) { rename(path, output) } } else { try exchange(path, output) }
    do {
      // The new name itself reaches the disk with the folder that holds it, and before the old site goes.
      try sync(parentFolder(of: output), fileSystem: false)
      try removeSite(path, beside: output, jobs: jobs)
    } catch let failure as PublishingFailure {
      throw PublishingFailure.afterwards(output: output, failure: failure)
    }
  }

  /// - Parameter fileSystem: Whether all that was written to its file system is meant, or only the names in the folder.
  private func sync(_ folder: String, fileSystem: Bool) throws(PublishingFailure) {
    let descriptor = try call(.sync, folder) { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(descriptor) }
    try call(.sync, folder) {
      guard fileSystem else { return fsync(descriptor) }
      errno = sync_file_system(descriptor)
      return errno == 0 ? 0 : -1
    }
  }
}

/// Removes what a killed build left.
///
/// - Throws: `.locked` where it was not killed.
private func removeLitter(_ path: String, of output: String, jobs: Int) throws {
  let lock = try FolderLock(path, of: output)
  try removeSite(path, beside: output, jobs: jobs)
  _ = consume lock
}

/// Makes a folder that nobody else makes at the same time.
private func makeStaging(_ path: String, for output: String) throws(PublishingFailure) {
  do {
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  } catch .system(_, _, EEXIST) {
    throw .locked(path: output)
  }
}

/// Lets the same people into the new site as into the old one: whoever closed it to others has not opened it.
///
/// All below it are made as the process's umask says.
private func keepMode(of old: String, for new: String) throws(PublishingFailure) {
  guard let former = try status(of: old), let made = try status(of: new) else { return }
  // Only root gives a folder away; for others the owner is who builds.
  let owner = geteuid() == 0 ? former.st_uid : made.st_uid
  if owner != made.st_uid || former.st_gid != made.st_gid {
    try call(.keepMode, old) { chown(new, owner, former.st_gid) }
  }
  let mode = former.st_mode & 0o7777
  if mode != made.st_mode & 0o7777 { try call(.keepMode, old) { chmod(new, mode) } }
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
  do {
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  } catch .system(_, _, EEXIST) {
    // Another build was faster.
  }
}

/// The folder that holds a path: `.` for a lone name.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
