import Glibc

/// By what a file is known to be as it was read: whoever writes it, or puts another in its place, changes one of these.
struct FileStamp: Hashable, Sendable, BitwiseCopyable {
  /// Bytes.
  let size: Int64
  /// Nanoseconds since 1970; the second cannot be set by anybody, so a file whose time was set back is found out.
  let modified, changed: Int64
  let inode: UInt64

  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }

  /// Of what stands at a path, links not followed; `nil` if that is no regular file.
  init?(of path: String) throws(IntakeFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else { throw IntakeFailure(path: path, number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  /// Whether the file may have changed once more under the same times: they are hardly older than the reading.
  ///
  /// Two seconds are the coarsest clock of a file system (FAT); git calls such entries racy.
  func isInDoubt(readAt time: Int64) -> Bool { max(modified, changed) + 2_000_000_000 >= time }

  /// Nanoseconds since 1970, for nothing but telling whether a file is new.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
