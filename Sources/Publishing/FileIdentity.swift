import Glibc

/// By what a file is known to be as it was left: whoever writes it, or puts another in its place, changes one of these.
struct FileIdentity: Hashable, Sendable, BitwiseCopyable {
  /// Bytes.
  let size: Int64
  /// Nanoseconds since 1970.
  let modified: Int64
  /// The same, of the file's owner, mode and names too; 0 where it is not to be relied on.
  private(set) var changed: Int64
  let inode: UInt64
  let mode: UInt64

  init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
    mode = UInt64(status.st_mode)
  }

  /// The same file, to be looked at once more before it is believed.
  var inDoubt: FileIdentity {
    var identity = self
    identity.changed = 0
    return identity
  }

  /// Whether both are one file with the same bytes, which may have got or lost a name between.
  func isSameContent(as other: FileIdentity) -> Bool {
    inode == other.inode && size == other.size && modified == other.modified && mode == other.mode
  }

  /// Whether the file could change once more without another time: it was changed in the tick of the clock that still runs.
  ///
  /// - Parameter now: As the clock of the file system has it, in nanoseconds since 1970.
  func isFresh(at now: Int64) -> Bool {
    // A file system that keeps whole seconds, or two of them.
    let tick: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 0
    return max(changed, modified) + tick >= now
  }

  /// The clock by which the kernel stamps files: it stands still for some milliseconds at a time.
  static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return nanoseconds(time)
  }

  /// Waits until that clock moves on, so that whoever changes a file from here on gives it another time. Milliseconds.
  static func waitForTick() {
    let begun = now
    for _ in 0..<40 where now == begun { usleep(500) }
  }

  static func nanoseconds(_ time: timespec) -> Int64 { Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec) }
}
