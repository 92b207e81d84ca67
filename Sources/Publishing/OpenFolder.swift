import Glibc

/// A folder whose names are being read; closed when it is let go of.
struct OpenFolder: ~Copyable {
  /// A name in it; valid until the next one is asked for.
  struct Entry {
    let name: UnsafePointer<CChar>
    let kind: FileKind
    let inode: UInt64
  }

  private let path: String
  let descriptor: Int32
  private let stream: OpaquePointer
  /// As it was when it was opened.
  let status: stat

  /// Opens a folder, never through a link: it may have taken the folder's place.
  init(_ path: String) throws(PublishingFailure) {
    let descriptor = try call(.list, path) { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, let stream = fdopendir(descriptor) else {
      let code = errno
      close(descriptor)
      throw .system(action: .list, path: path, code: code)
    }
    (self.path, self.descriptor, self.stream, self.status) = (path, descriptor, stream, status)
  }

  /// `nil` if no folder stands there.
  init?(ifThere path: String) throws(PublishingFailure) {
    guard try Publishing.kind(of: path) == .folder else { return nil }
    try self.init(path)
  }

  deinit {
    closedir(stream)
  }

  /// The next name in the order of the file system; what vanished meanwhile is left out, `nil` at the end.
  func next() throws(PublishingFailure) -> Entry? {
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        guard errno == 0 else { throw .system(action: .list, path: path, code: errno) }
        return nil
      }
      // The name lies in the stream's own buffer, which stands until the next call.
      let name = UnsafeRawPointer(entry).advanced(by: Self.nameOffset).assumingMemoryBound(to: CChar.self)
      if name[0] == 0x2E, name[1] == 0 || name[1] == 0x2E && name[2] == 0 { continue }
      if let kind = try kind(ofType: Int(entry.pointee.d_type), name) {
        return Entry(name: name, kind: kind, inode: UInt64(entry.pointee.d_ino))
      }
    }
  }

  private static let nameOffset = MemoryLayout<dirent>.offset(of: \dirent.d_name) ?? 19

  /// Some file systems do not tell the kind with the name; there it is asked for.
  private func kind(ofType type: Int, _ name: UnsafePointer<CChar>) throws(PublishingFailure) -> FileKind? {
    switch type {
    case Int(DT_UNKNOWN): try Publishing.kind(of: path + "/" + String(cString: name))
    case Int(DT_DIR): .folder
    case Int(DT_REG): .file
    case Int(DT_LNK): .link
    default: .other
    }
  }
}
