import Complaints
package import Digests
import Glibc
import Synchronization

/// By what the folders that a build reads are known to be as they were: the sum of what each of their files is known by, so that the order in which they are met makes no difference.
///
/// Only names and times are looked at; no file is opened.
package struct TreeIdentity: Sendable {
  /// A digest for each file, added up without a carry between the halves.
  private var (high, low): (UInt64, UInt64) = (0, 0)
  private var files = 0
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
        Self.looked(folders[index])
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

  package var digest: Digest {
    var digester = Digester()
    digester.add(files)
    digester.add(Digest(high: high, low: low))
    return digester.digest()
  }

  private mutating func add(_ other: TreeIdentity) {
    (high, low, files) = (high &+ other.high, low &+ other.low, files + other.files)
    (isPlain, settles) = (isPlain && other.isPlain, max(settles, other.settles))
  }

  private mutating func add(_ file: FileIdentity, _ name: UnsafeRawBufferPointer, in folder: Digester) {
    var digester = folder
    digester.add(name)
    withUnsafeBytes(of: file) { digester.add($0) }
    let digest = digester.digest()
    (high, low, files) = (high &+ digest.high, low &+ digest.low, files + 1)
    settles = max(settles, file.settles)
  }

  /// What one folder holds; `nil` if it cannot be read.
  private static func looked(_ path: String) -> (identity: TreeIdentity, entries: [Entry])? {
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
      guard !name.isPassedOver else { continue }
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
        let file = FileIdentity(status)
        identity.add(file, name.bytes, in: start)
        entries.append(Entry(name: shown, kind: nil, size: Int(status.st_size), identity: file))
      case S_IFDIR: entries.append(Entry(name: shown, kind: .folder, size: 0))
      default: identity.isPlain = false
      }
    }
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

  /// Hidden files and the copies that editors leave; the folder itself and the one above it as well.
  var isPassedOver: Bool { bytes.first == UInt8(ascii: ".") || bytes.last == UInt8(ascii: "~") }
}
