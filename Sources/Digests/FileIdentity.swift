package import Glibc

/// By what a file is known to be as it was left: whoever writes it, or puts another in its place, changes one of these.
package struct FileIdentity: Hashable, Sendable, BitwiseCopyable {
  /// Bytes.
  package let size: Int64
  /// Nanoseconds since 1970.
  package let modified: Int64
  /// The same, of the file's owner, mode and names too, which nobody can set back; 0 where it is not to be relied on.
  package private(set) var changed: Int64
  package let inode: UInt64
  package let mode: UInt64

  package init(_ status: stat) {
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
    mode = UInt64(status.st_mode)
  }

  /// The same file, to be looked at once more before it is believed: no file that stands somewhere is equal to it.
  package var inDoubt: FileIdentity {
    var identity = self
    identity.changed = 0
    return identity
  }

  /// Whether both are one file with the same bytes, which may have got or lost a name between.
  package func isSameContent(as other: FileIdentity) -> Bool {
    inode == other.inode && size == other.size && modified == other.modified && mode == other.mode
  }

  /// The last moment at which the file may change once more and keep its times, in nanoseconds since 1970: it was changed in a
  /// tick of the file system's clock that may still run. git calls such a file racy.
  package var settles: Int64 { max(changed + Self.tick(of: changed), modified + Self.tick(of: modified)) }

  /// Whether the file could change once more without another identity.
  ///
  /// - Parameter now: When it was read or looked at, as `now` has it.
  package func isFresh(at now: Int64) -> Bool { settles >= now }

  /// How long a file system that keeps such a time may keep it: 2 s where it keeps whole seconds, as FAT does in pairs, 20 ms
  /// where it keeps hundredths, as exFAT does; 0 where it keeps the kernel's own clock.
  private static func tick(of time: Int64) -> Int64 {
    if time % 1_000_000_000 == 0 { return 2_000_000_000 }
    return time % 10_000_000 == 0 ? 20_000_000 : 0
  }

  /// The clock by which the kernel stamps files: it stands still for some milliseconds at a time.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &time)
    return nanoseconds(time)
  }

  /// Waits until that clock has passed the present moment, so that whoever changes a file from here on gives it another time than
  /// it has. Milliseconds; on a machine that hardly gets to run its clock, a fifth of a second at most.
  package static func waitForTick() {
    // Some kernels stamp by the exact clock, which the other one may follow late.
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let begun = nanoseconds(time)
    for _ in 0..<400 where now <= begun { usleep(500) }
  }

  package static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
