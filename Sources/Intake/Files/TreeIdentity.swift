import Complaints
package import Digests
import Glibc
import Synchronization
import Threads

/// By what the folders that a build reads are known to be as they were: the sum of what each of their files is known by, so that the order in which they are met makes no difference.
///
/// Only names and times are looked at; no file is opened.
package struct TreeIdentity: Sendable {
  /// Of the files that are read, and of those that are not: hidden ones, and the copies that editors leave.
  private var (read, passedOver) = (IdentitySum(), IdentitySum())
  /// Whether a folder is hidden that is not the repository of a root.
  private var hidesFolders = false
  /// Whether there is nothing but files and folders: what a link leads to is not looked at.
  package private(set) var isPlain = true
  /// The last moment at which one of the files may change once more and keep its times, in nanoseconds since 1970.
  package private(set) var settles: Int64 = 0
  /// What was seen, for whoever reads the same folders next.
  package let seen = SeenFolders()

  /// Looks at every file that `readLedger` or `readTemplates` may read.
  ///
  /// - Parameter roots: The folders.
  /// - Returns: `nil` if one of them, or a folder below, cannot be read.
  package init?(of roots: [String], jobs: Int) {
    var wave = roots
    while !wave.isEmpty {
      let folders = wave
      let seen = inParallel(folders.count, jobs: jobs, step: 1) { index throws(Never) in
        Self.looked(folders[index], isRoot: roots.contains(folders[index]))
      }
      wave = []
      for (folder, found) in zip(folders, seen) {
        guard let found else { return nil }
        add(found.identity)
        self.seen.add(found.entries, of: folder)
        wave += found.entries.filter { $0.kind == .folder }.map { folder + "/" + $0.name.text }
      }
    }
  }

  /// Of nothing.
  private init() {}

  package var digest: Digest { read.digest }

  /// Of everything, with what is not read but may be known to git; `nil` where some of it lies in a hidden folder.
  package var ofAll: Digest? {
    guard !hidesFolders else { return nil }
    var sum = read
    sum.add(passedOver)
    return sum.digest
  }

  private mutating func add(_ other: TreeIdentity) {
    read.add(other.read)
    passedOver.add(other.passedOver)
    hidesFolders = hidesFolders || other.hidesFolders
    (isPlain, settles) = (isPlain && other.isPlain, max(settles, other.settles))
  }

  /// - Returns: What it is known by.
  private mutating func add(_ status: stat, _ name: FolderName, in folder: Digester) -> FileIdentity {
    let file = FileIdentity(status)
    var digester = folder
    digester.add(name.bytes)
    withUnsafeBytes(of: file) { digester.add($0) }
    if name.isPassedOver { passedOver.add(digester.digest()) } else { read.add(digester.digest()) }
    settles = max(settles, file.settles)
    return file
  }

  /// Looks at what is not read, since git may know it.
  ///
  /// - Returns: Whether it could.
  private mutating func passOver(_ name: FolderName, in stream: OpaquePointer, isRoot: Bool, _ folder: Digester) -> Bool
  {
    guard !name.isFolderItself else { return true }
    var status = stat()
    guard fstatat(dirfd(stream), name.start, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFDIR {
      if !isRoot || !name.isRepository { hidesFolders = true }
    } else {
      _ = add(status, name, in: folder)
    }
    return true
  }

  /// What one folder holds; `nil` if it cannot be read.
  private static func looked(_ path: String, isRoot: Bool) -> (identity: TreeIdentity, entries: [Entry])? {
    guard let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var start = Digester()
    start.add(path)
    var identity = TreeIdentity()
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { return errno == 0 ? (identity, entries.inOrder) : nil }
      let name = FolderName(entry)
      if name.isPassedOver {
        guard identity.passOver(name, in: stream, isRoot: isRoot, start) else { return nil }
        continue
      }
      let shown = name.bytes.withMemoryRebound(to: UInt8.self) { FileName($0) }
      // A folder that cannot be named is no folder that could be looked into.
      if !shown.isPlain { identity.isPlain = false }
      if name.type == Int32(DT_DIR) {
        entries.append(Entry(name: shown, kind: .folder, size: 0))
        continue
      }
      var status = stat()
      guard fstatat(dirfd(stream), name.start, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let file = identity.add(status, name, in: start)
        entries.append(Entry(name: shown, kind: nil, size: Int(status.st_size), identity: file))
      case S_IFDIR: entries.append(Entry(name: shown, kind: .folder, size: 0))
      default: identity.isPlain = false
      }
    }
  }
}

/// A digest for each of some files, added up without a carry between the halves.
private struct IdentitySum {
  private var (high, low): (UInt64, UInt64) = (0, 0)
  private var files = 0

  mutating func add(_ file: Digest) { (high, low, files) = (high &+ file.high, low &+ file.low, files + 1) }

  mutating func add(_ other: IdentitySum) {
    (high, low, files) = (high &+ other.high, low &+ other.low, files + other.files)
  }

  var digest: Digest {
    var digester = Digester()
    digester.add(files)
    digester.add(Digest(high: high, low: low))
    return digester.digest()
  }
}

/// What stands in folders that were looked at, by their paths: handed over once, since it takes some hundred bytes a file.
package final class SeenFolders: Sendable {
  private let entries = Mutex<[String: [Entry]]>([:])

  func add(_ found: [Entry], of folder: String) { entries.withLock { $0[folder] = found } }

  /// What a folder and those below it hold, by their paths from there on; empty where nobody looked, and from then on.
  func take(below root: String) -> [String: [Entry]] {
    let all = entries.withLock { entries in
      defer { entries = [:] }
      return entries
    }
    var below: [String: [Entry]] = [:]
    for (path, entries) in all {
      if path == root { below[""] = entries }
      if path.hasPrefix(root + "/") { below[String(path.dropFirst(root.count + 1))] = entries }
    }
    return below
  }
}

/// A name as a folder being read has it; valid until the next one is asked for.
struct FolderName {
  let start: UnsafePointer<CChar>
  /// As readdir has it; unknown on some file systems.
  let type: Int32

  init(_ entry: UnsafeMutablePointer<dirent>) {
    start = UnsafeRawPointer(entry).advanced(by: Self.offset).assumingMemoryBound(to: CChar.self)
    type = Int32(entry.pointee.d_type)
  }

  private static let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19

  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: start, count: strlen(start)) }

  /// Whether it is that of the folder itself or of the one above it.
  var isFolderItself: Bool { start[0] == 0x2E && (start[1] == 0 || start[1] == 0x2E && start[2] == 0) }

  /// Whether it is that of a repository of git.
  var isRepository: Bool { strcmp(start, ".git") == 0 }

  /// Hidden files and the copies that editors leave; the folder itself and the one above it as well.
  var isPassedOver: Bool { bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: "~") }
}
