import Complaints
package import Digests
import Glibc

/// Bytes that were made of the cases of a ledger, kept from one run to the next on some grounds.
package struct KeptBytes: Sendable {
  private let cache: CaseCache
  private let ending: String
  /// What the bytes rest on besides the program.
  private let key: Digest

  /// - Parameter ending: Of the file's name.
  package init(_ cache: CaseCache, _ ending: String, key: Digest) {
    self.cache = cache
    self.ending = ending
    self.key = key
  }

  /// So many cases must have changed for the bytes to be written anew.
  package var least: Int { cache.least }

  /// As long as the largest number is aligned to.
  private static let magic = Array("kesu kept bytes\n".utf8)

  /// What stands behind the bytes.
  private struct End: BitwiseCopyable {
    let program, key: Digest
    /// Of all the above.
    let sum: Digest

    /// - Parameter bytes: Has taken in what stands before.
    init(_ bytes: Digester, program: Digest, key: Digest) {
      (self.program, self.key) = (program, key)
      var digester = bytes
      digester.add(program)
      digester.add(key)
      sum = digester.digest()
    }
  }

  private var path: String { cache.path(ending) }

  /// What is kept, where it is whole and rests on the same; a note says where it is not whole.
  ///
  /// - Returns: `nil` where there is none.
  package var file: KeptFile? {
    guard !cache.isPassedOver else { return nil }
    do throws(CacheProblem) {
      return try KeptFile(mapping: path, kept)
    } catch {
      cache.note(error.text(path))
      return nil
    }
  }

  /// Lends the same.
  package func read<Kept>(_ body: (UnsafeRawBufferPointer) -> Kept?) -> Kept? { file?.lend(body) ?? nil }

  private func kept(among bytes: UnsafeRawBufferPointer) throws(CacheProblem) -> UnsafeRawBufferPointer {
    let (start, last) = (Self.magic.count, bytes.count - MemoryLayout<End>.size)
    guard last >= start else { throw .damaged }
    guard bytes.starts(with: Self.magic) else { throw .otherProgram }
    let end = bytes.loadUnaligned(fromByteOffset: last, as: End.self)
    let kept = UnsafeRawBufferPointer(rebasing: bytes[start..<last])
    // Nobody asks whether what is of no use is whole.
    if end.program == cache.programDigest, end.key != key { return UnsafeRawBufferPointer(start: nil, count: 0) }
    var digester = Digester()
    digester.add(kept)
    guard End(digester, program: end.program, key: end.key).sum == end.sum else { throw .damaged }
    guard end.program == cache.programDigest else { throw .otherProgram }
    return kept
  }

  /// Keeps bytes in the place of others; a failure is noted, and nothing else.
  package func write(_ bytes: UnsafeRawBufferPointer) { write { $0(bytes) } }

  /// The same of bytes that come in pieces.
  ///
  /// - Parameter pieces: Hands them out one after the other.
  package func write(_ pieces: ((UnsafeRawBufferPointer) -> Void) -> Void) {
    let new = path + ".new"
    guard mkdir(cache.folder, 0o700) == 0 || errno == EEXIST else { return cache.note(cache.failure(cache.folder)) }
    unlink(new)
    let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return cache.note(cache.failure(new)) }
    var digester = Digester()
    var isWritten = Self.magic.withUnsafeBytes { isWhole($0, descriptor) }
    pieces { bytes in
      digester.add(bytes)
      isWritten = isWritten && isWhole(bytes, descriptor)
    }
    let end = End(digester, program: cache.programDigest, key: key)
    isWritten = isWritten && withUnsafeBytes(of: end) { isWhole($0, descriptor) }
    if !isWritten || rename(new, path) != 0 {
      cache.note(cache.failure(new))
      unlink(new)
    }
    close(descriptor)
  }

  /// Whether all of some bytes could be written.
  private func isWhole(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if count < 0, errno != EINTR { return false }
      done += max(count, 0)
    }
    return true
  }
}

/// A file of kept bytes in memory.
package final class KeptFile: Sendable {
  nonisolated(unsafe) private let bytes: UnsafeRawBufferPointer
  /// What is kept among them.
  nonisolated(unsafe) private let kept: UnsafeRawBufferPointer

  /// - Parameter find: Finds among the bytes of the file what is kept.
  /// - Returns: `nil` if there is no such file, or it is empty.
  fileprivate init?(
    mapping path: String, _ find: (UnsafeRawBufferPointer) throws(CacheProblem) -> UnsafeRawBufferPointer
  ) throws(CacheProblem) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      // A file is never changed in its place, only exchanged for another.
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    bytes = UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    do throws(CacheProblem) {
      kept = try find(bytes)
    } catch {
      munmap(start, Int(status.st_size))
      throw error
    }
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

  /// Lends what is kept; nothing where it rests on something else.
  package func lend<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result { body(kept) }
}
