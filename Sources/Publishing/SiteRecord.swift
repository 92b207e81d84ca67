import Digests
import Glibc

/// What was known of a site when a build left it; never believed where the files themselves say otherwise.
struct SiteRecord: Hashable, Sendable {
  /// What is kept of one file; 72 bytes without a gap between them, as they are written to the disk.
  struct Entry: Hashable, Sendable, BitwiseCopyable {
    /// Of all that the page reads; counts only if `hasInputs`.
    var inputs: Digest
    /// Of the file itself.
    var bytes: Digest
    /// As it stands in the site.
    var identity: FileIdentity
    private var flags: UInt64

    init(inputs: Digest?, bytes: Digest, identity: FileIdentity) {
      self.inputs = inputs ?? Digest(high: 0, low: 0)
      self.bytes = bytes
      self.identity = identity
      flags = inputs == nil ? 0 : 1
    }

    var hasInputs: Bool { flags == 1 }
  }

  /// A file of somebody else's, which has a second name in the spare tree.
  struct Foreign: Hashable, Sendable {
    let path: String
    let inode: UInt64
  }

  /// Under which conditions files and folders were made: with others, they would be made otherwise.
  struct Maker: Hashable, Sendable {
    let umask, user, group: UInt64

    /// Of this process.
    static var current: Maker { Maker(umask: mask, user: UInt64(geteuid()), group: UInt64(getegid())) }

    /// Asked for once, since it is asked for by setting it.
    private static let mask: UInt64 = {
      let mask = Glibc.umask(0)
      _ = Glibc.umask(mask)
      return UInt64(mask)
    }()
  }

  var maker: Maker
  /// The mode of the folders that were made; 0 where there are none.
  var folderMode: UInt64
  /// The paths of the site, each with a line feed after it, in the order of the manifest.
  var lines: [UInt8]
  /// In the same order.
  var entries: [Entry]
  /// Of the files that are made of pieces, by their place among the lines.
  var pieces: [Int32: [KeptPiece]]
  var foreign: [Foreign]
  /// What the caller wants to find again beside the site.
  var note: [UInt8]
}
