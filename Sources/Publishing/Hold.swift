import CLinux
import Glibc

/// A hidden folder beside the output folder. In it the new site grows until it takes the other's place, and between builds it keeps the site's twin: the same files under second names.
///
/// Closed to everybody else, since what stands in it is not published. It is also the lock: whoever builds the site holds it.
final class Hold: Sendable {
  let output: String
  /// On the same file system as the output, since it stands beside it.
  let path: String
  /// The site that is being made, or the twin.
  let tree: String
  private let lock: FolderLock

  /// Makes the folder, and mends what a killed build left.
  ///
  /// - Throws: `.locked` while another build has it.
  init(output: String, jobs: Int) throws {
    let path = besides(output, ".kesu")
    try makeFolders(to: parentFolder(of: output))
    lock = try Self.locked(path, of: output)
    (self.output, self.path, tree) = (output, path, path + "/tree")
    try mend(output, hold: path, jobs: jobs)
  }

  /// Whether the folder is there already.
  static func isThere(beside output: String) throws(PublishingFailure) -> Bool {
    try kind(of: besides(output, ".kesu")) == .folder
  }

  private static func locked(_ path: String, of output: String) throws(PublishingFailure) -> FolderLock {
    while true {
      do {
        try call(.makeFolder, path) { mkdir(path, 0o700) }
      } catch .system(_, _, EEXIST) {
        guard try kind(of: path) == .folder else { throw .foreignFile(path: path) }
      }
      // Another build may have removed it meanwhile.
      guard let lock = try FolderLock(path, of: output) else { continue }
      let ignore = path + "/.gitignore"
      // So that git does not offer the twin of each page to be committed.
      if try kind(of: ignore) == nil {
        // A folder of somebody else's that happens to have the name.
        guard try entries(of: path).isEmpty else { throw .foreignFolder(path: path) }
        try write(Array("*\n".utf8), to: ignore)
      }
      return lock
    }
  }

  /// A name for a file before it gets its place in the tree; removed if a killed build left one.
  func place(for name: String) throws(PublishingFailure) -> String {
    let place = path + "/" + name
    if try kind(of: place) != nil { try remove(place) }
    return place
  }

  /// Brings all data to the disk, then puts the tree in the old site's place in one step; the old site is the tree then.
  func exchangeTree() throws {
    try sync(path, fileSystem: true)
    if try kind(of: output) == nil {
      try call(.exchange, output) { rename(tree, output) }
    } else {
      try exchange(tree, output, aside: formerSite(path))
    }
  }

  /// Brings the new name itself to the disk, with the folder that holds it.
  func syncName() throws(PublishingFailure) { try sync(parentFolder(of: output), fileSystem: false) }

  /// Removes the tree and the folder itself, so that nothing is left beside the site.
  ///
  /// - Parameter known: Second names of files of others.
  func clear(known: [SiteRecord.Foreign] = [], jobs: Int) throws {
    try removeSite(tree, beside: output, known: known, jobs: jobs)
    try removeEmpty()
  }

  /// Removes the folder where no tree stands in it.
  func removeEmpty() throws(PublishingFailure) {
    guard try kind(of: tree) == nil else { return }
    for name in [".gitignore", "marker"] where try kind(of: path + "/" + name) == .file {
      try remove(path + "/" + name)
    }
    do {
      try call(.remove, path) { rmdir(path) }
    } catch .system(_, _, ENOTEMPTY) {
      // What else stands there is not ours.
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

/// Lets the same people into the new site as into the old one: whoever closed it to others has not opened it.
///
/// All below it are made as the process's umask says.
func keepMode(of old: String, for new: String) throws(PublishingFailure) {
  guard let former = try status(of: old), let made = try status(of: new) else { return }
  // Only root gives a folder away; for others the owner is who builds.
  let owner = geteuid() == 0 ? former.st_uid : made.st_uid
  if owner != made.st_uid || former.st_gid != made.st_gid {
    try call(.keepMode, old) { chown(new, owner, former.st_gid) }
  }
  let mode = former.st_mode & 0o7777
  if mode != made.st_mode & 0o7777 { try call(.keepMode, old) { chmod(new, mode) } }
}
