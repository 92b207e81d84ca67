import Glibc

/// A folder that one build works in; the system frees it when the build ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder; `nil` if there is none.
  ///
  /// - Parameter site: The output folder, which is named if another build has the lock.
  init?(_ path: String, of site: String) throws(PublishingFailure) {
    while true {
      guard try kind(of: path) == .folder else { return nil }
      let opened = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
      if opened < 0, errno == ENOENT { return nil }
      let folder = try call(.lock, path) { opened }
      guard flock(folder, LOCK_EX | LOCK_NB) == 0 else {
        let code = errno
        close(folder)
        throw code == EWOULDBLOCK ? .locked(path: site) : .system(action: .lock, path: path, code: code)
      }
      var (locked, named) = (stat(), stat())
      let isStillThere = fstat(folder, &locked) == 0 && lstat(path, &named) == 0
      if isStillThere, locked.st_ino == named.st_ino, locked.st_dev == named.st_dev {
        descriptor = folder
        return
      }
      // The build that had it has put another folder in its place: ask about that one.
      close(folder)
    }
  }

  deinit {
    close(descriptor)
  }
}
