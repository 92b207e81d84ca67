import Digests
import Glibc
import Threads

/// A name that was met while a tree was walked; valid only while it is looked at.
struct Sighting {
  /// Below the root.
  let path: UnsafeBufferPointer<UInt8>
  let kind: FileKind
  /// As the folder has it, which costs no look at the file.
  let inode: UInt64
  fileprivate let root: String
  fileprivate let folder: Int32
  fileprivate let name: UnsafePointer<CChar>

  /// What the system knows of the file, links not followed; `nil` if it vanished meanwhile.
  func status() throws(PublishingFailure) -> stat? {
    var status = stat()
    while fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) != 0 {
      if errno == ENOENT { return nil }
      if errno != EINTR { throw .system(action: .look, path: root + "/" + text, code: errno) }
    }
    return status
  }

  var text: String { String(decoding: path, as: UTF8.self) }
}

/// A folder that was walked, and what was noted of each name in it.
struct SweptFolder<Note: Sendable>: Sendable {
  /// Below the root; empty for the root itself.
  let path: String
  /// Nanoseconds since 1970: when a name was last added or taken away.
  let modified: Int64
  let mode: mode_t
  fileprivate(set) var notes: [Note] = []
  fileprivate(set) var folders: [String] = []
}

/// Walks a tree on several threads; links are not followed.
///
/// - Parameter note: What to keep of a name; called for whatever is no folder, and for folders too. From any thread.
/// - Returns: Each folder after the one that holds it; the root first. Empty if there is none.
func sweep<Note: Sendable>(
  _ root: String, jobs: Int, note: @escaping @Sendable (Sighting) throws -> Note?
) throws -> [SweptFolder<Note>] {
  var swept: [SweptFolder<Note>] = []
  var wave = [""]
  while !wave.isEmpty {
    let folders = wave
    let found = try inParallel(folders.count, jobs: jobs, own: { [UInt8]() }) { index, buffer in
      try sweep(folders[index], under: root, buffer: &buffer, note: note)
    }
    wave = []
    for case let folder? in found {
      for name in folder.folders { wave.append(folder.path.isEmpty ? name : folder.path + "/" + name) }
      swept.append(folder)
    }
  }
  return swept
}

/// Looks at every name in one folder; `nil` if it is none any more.
private func sweep<Note: Sendable>(
  _ folder: String, under root: String, buffer: inout [UInt8], note: (Sighting) throws -> Note?
) throws -> SweptFolder<Note>? {
  let full = folder.isEmpty ? root : root + "/" + folder
  guard let opened = try OpenFolder(ifThere: full) else { return nil }
  var swept = SweptFolder<Note>(
    path: folder, modified: FileIdentity.nanoseconds(opened.status.st_mtim), mode: opened.status.st_mode & 0o7777)
  buffer.removeAll(keepingCapacity: true)
  if !folder.isEmpty {
    buffer.append(contentsOf: folder.utf8)
    buffer.append(UInt8(ascii: "/"))
  }
  let prefix = buffer.count
  while let entry = try opened.next() {
    buffer.removeLast(buffer.count - prefix)
    buffer.append(contentsOf: UnsafeRawBufferPointer(start: entry.name, count: strlen(entry.name)))
    let kept = try buffer.withUnsafeBufferPointer { path in
      try note(
        Sighting(
          path: path, kind: entry.kind, inode: entry.inode, root: root, folder: opened.descriptor, name: entry.name))
    }
    if entry.kind == .folder { swept.folders.append(String(cString: entry.name)) }
    if let kept { swept.notes.append(kept) }
  }
  return swept
}
