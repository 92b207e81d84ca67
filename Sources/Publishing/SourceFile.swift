import Digests
import Glibc

/// A regular file that is being read; closed when it is let go of.
struct SourceFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  /// Bytes, when it was opened.
  private let size: Int

  /// Opens a file; never follows a link, never waits on a pipe or device.
  init(_ path: String) throws(PublishingFailure) {
    guard try kind(of: path) == .file else { throw .notAFile(path: path) }
    let opened = try call(.read, path) { open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    var status = stat()
    // Something else may have taken its place meanwhile.
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .notAFile(path: path)
    }
    self.path = path
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// All that is left of the file.
  func whole() throws(PublishingFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size + 1)
    while try read({ bytes.append(contentsOf: $0) }) > 0 {}
    return bytes
  }

  /// By what the file is known now.
  func identity() throws(PublishingFailure) -> FileIdentity {
    var status = stat()
    try call(.look, path) { fstat(descriptor, &status) }
    return FileIdentity(status)
  }

  /// Appends some bytes of the file, wherever the others were read.
  ///
  /// - Returns: Whether it has all of them.
  func read(_ range: Range<Int>, into buffer: inout [UInt8]) throws(PublishingFailure) -> Bool {
    let result = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { chunk in
      Result { () throws(PublishingFailure) -> Bool in
        var place = range.lowerBound
        while place < range.upperBound {
          let count = try call(.read, path) {
            pread(descriptor, chunk.baseAddress, min(chunk.count, range.upperBound - place), off_t(place))
          }
          guard count > 0 else { return false }
          buffer.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
          place += count
        }
        return true
      }
    }
    return try result.get()
  }

  /// Of all that is left of the file.
  func digest() throws(PublishingFailure) -> Digest {
    var digester = Digester()
    while try read({ digester.add($0) }) > 0 {}
    return digester.digest()
  }

  /// Hands on the next bytes, at most 64 KiB.
  ///
  /// - Returns: How many they were; 0 at the end of the file.
  func read(_ body: (UnsafeRawBufferPointer) throws(PublishingFailure) -> Void) throws(PublishingFailure) -> Int {
    let result = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { chunk in
      Result { () throws(PublishingFailure) -> Int in
        let count = try call(.read, path) { Glibc.read(descriptor, chunk.baseAddress, chunk.count) }
        try body(UnsafeRawBufferPointer(rebasing: chunk[..<count]))
        return count
      }
    }
    return try result.get()
  }
}
