import Glibc

/// A file that is being written; closed when it is let go of.
struct NewFile: ~Copyable {
  private let path: String
  /// -1 once it is closed.
  private var descriptor: Int32

  /// Makes a file; one that is there already is a failure, since two pages would share a name.
  init(_ path: String) throws(PublishingFailure) {
    self.path = path
    descriptor = try call(.create, path) { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
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
  mutating func finish() throws(PublishingFailure) {
    let code = close(descriptor) == 0 ? 0 : errno
    descriptor = -1
    guard code == 0 || code == EINTR else { throw .system(action: .write, path: path, code: code) }
  }
}
