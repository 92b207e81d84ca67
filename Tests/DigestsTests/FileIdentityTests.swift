import Foundation
import Testing

@testable import Digests

/// A file that changed is another, and one that may still change unseen is not believed.
struct FileIdentityTests {
  private static let second: Int64 = 1_000_000_000

  private func identity(modified: Int64, changed: Int64) -> FileIdentity {
    var status = stat()
    (status.st_size, status.st_ino, status.st_mode) = (7, 3, S_IFREG | 0o644)
    func time(_ nanoseconds: Int64) -> timespec {
      timespec(tv_sec: Int(nanoseconds / Self.second), tv_nsec: Int(nanoseconds % Self.second))
    }
    (status.st_mtim, status.st_ctim) = (time(modified), time(changed))
    return FileIdentity(status)
  }

  /// The tick of a kernel of 250 Hz is 4 ms; exFAT keeps hundredths of a second, FAT pairs of seconds: see `mkfs.exfat(8)`, and the
  /// kernel's Documentation/filesystems/vfat.rst.
  @Test(arguments: [
    // In the tick that still runs, or after it.
    (500_123_456_789, 500_123_456_789, true), (500_123_456_789, 500_127_456_789, false),
    // A clock that was set back.
    (500_123_456_789, 400_000_000_001, true),
    (500_120_000_000, 500_139_999_999, true), (500_120_000_000, 500_140_000_001, false),
    (500_000_000_000, 501_999_999_999, true), (500_000_000_000, 502_000_000_001, false),
  ])
  func aFileIsFreshWhileItsTickRuns(time: Int64, now: Int64, isFresh: Bool) {
    let early: Int64 = 100_123_456_789
    #expect(identity(modified: early, changed: time).isFresh(at: now) == isFresh)
    #expect(identity(modified: time, changed: early).isFresh(at: now) == isFresh)
    #expect(!identity(modified: early, changed: early).isFresh(at: now))
  }

  @Test func inDoubtNoFileIsTheSame() {
    let known = identity(modified: 5, changed: 6)
    #expect(known.inDoubt != known)
    #expect(known.inDoubt.isSameContent(as: known))
    #expect(known == identity(modified: 5, changed: 6))
    #expect(known != identity(modified: 5, changed: 7), "a time that was set back shows in the other time")
  }

  @Test func afterATickTheClockHasMovedOn() {
    let before = FileIdentity.now
    FileIdentity.waitForTick()
    #expect(FileIdentity.now > before)
  }
}
