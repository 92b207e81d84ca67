import Glibc

/// A folder that one build works in; the system frees it when the build ends, however it ends.
struct FolderLock: ~Copyable {
  private let descriptor: Int32

  /// Locks a folder; `nil` if there is none.
  ///
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
