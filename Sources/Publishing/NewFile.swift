import Digests
import Glibc

/// A file that is being written; closed when it is let go of.
struct NewFile: ~Copyable {
  private let path: String
  /// -1 once it is closed.
  private var descriptor: Int32
  /// All that was copied so far.
  private(set) var copied = Digester()

  /// Makes a file; one that is there already is a failure, since two pages would share a name.
  init(_ path: String) throws(PublishingFailure) {
    self.path = path
    descriptor = try call(.create, path) { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Writes bytes and takes them into the digest.
  mutating func copy(_ bytes: UnsafeRawBufferPointer) throws(PublishingFailure) {
    copied.add(bytes)
    try write(bytes)
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(PublishingFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = try call(.write, path) {
        Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      }
      // Nothing written and nothing wrong would go on for ever.
      guard written > 0 else { throw .system(action: .write, path: path, code: EIO) }
      rest = rest.dropFirst(written)
    }
  }

  /// Closes the file; a full disk may be told only now.
  ///
  /// - Returns: By what it is known.
  @discardableResult
  mutating func finish() throws(PublishingFailure) -> FileIdentity {
    var status = stat()
    try call(.look, path) { fstat(descriptor, &status) }
    let code = close(descriptor) == 0 ? 0 : errno
    descriptor = -1
    guard code == 0 || code == EINTR else { throw .system(action: .write, path: path, code: code) }
    return FileIdentity(status)
  }
}

/// Writes a new file.
@discardableResult
func write(_ bytes: [UInt8], to path: String) throws(PublishingFailure) -> FileIdentity {
  var file = try NewFile(path)
  let result = bytes.withUnsafeBytes { bytes in
    Result { () throws(PublishingFailure) in try file.write(bytes) }
  }
  try result.get()
  return try file.finish()
}
