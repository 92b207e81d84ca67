import Glibc

/// A folder that one build works in; the system frees it when the build ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder; `nil` if there is none.
  ///
<<<<<<< HEAD
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
=======
  /// - Parameter output: The site that the lock is for.
  /// - Throws: `.locked` if another build has it.
  init?(_ path: String, of output: String) throws(PublishingFailure) {
    while true {
      guard try kind(of: path) == .folder else { return nil }
      let folder: Int32
      do {
        folder = try call(.lock, path) { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      } catch .system(_, _, ENOENT) {
        return nil
>>>>>>> robust
      }
      do {
        try call(.lock, path) { flock(folder, LOCK_EX | LOCK_NB) }
      } catch {
        close(folder)
        if case .system(_, _, EWOULDBLOCK) = error { throw .locked(path: output) }
        throw error
      }
      var locked = stat()
      if fstat(folder, &locked) == 0, let named = try status(of: path), named.isSameFile(as: locked) {
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
