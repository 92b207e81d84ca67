import Digests
import Glibc

/// Why reading stopped: the machine refused, which no edit of the ledger mends.
package struct IntakeFailure: Error, Hashable, Sendable, CustomStringConvertible {
  package let path: String
  /// As errno has it.
  package let number: Int32

  package init(path: String, number: Int32) {
    self.path = path
    self.number = number
  }

  /// `content/cases: Permission denied`
  package var description: String { "\(path): \(String(cString: strerror(number)))" }
}

/// The bytes of a regular file, never those behind a symbolic link; never waits on a pipe or device.
///
/// - Parameter limit: The most bytes a file may have.
/// - Returns: `nil` if it is larger.
func readBytes(_ path: String, limit: Int) throws(IntakeFailure) -> [UInt8]? { try readFile(path, limit: limit).bytes }

/// The bytes as above, and by what the file was known before they were read.
func readFile(_ path: String, limit: Int) throws(IntakeFailure) -> (bytes: [UInt8]?, identity: FileIdentity) {
  let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw IntakeFailure(path: path, number: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw IntakeFailure(path: path, number: errno) }
  // Whatever took the place of the file that was listed is not read.
  guard status.st_mode & S_IFMT == S_IFREG else { throw IntakeFailure(path: path, number: EINVAL) }
  let identity = FileIdentity(status)
  guard status.st_size <= limit else { return (nil, identity) }
  var failure: Int32 = 0
  // One more than expected, so that the end of the file is seen in the same call.
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, count in
    while count < buffer.count {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
      if got == 0 { return }
      if got > 0 {
        count += got
      } else if errno != EINTR {
        failure = errno
        return
      }
    }
  }
  guard failure == 0 else { throw IntakeFailure(path: path, number: failure) }
  // A file that grew meanwhile is cut at no place that anybody chose: read it anew.
  return bytes.count > Int(status.st_size) ? try readFile(path, limit: limit) : (bytes, identity)
}

/// By what a regular file is known, links not followed; `nil` if something else stands there.
func fileIdentity(of path: String) throws(IntakeFailure) -> FileIdentity? {
  var status = stat()
  guard lstat(path, &status) == 0 else { throw IntakeFailure(path: path, number: errno) }
  return status.st_mode & S_IFMT == S_IFREG ? FileIdentity(status) : nil
}
