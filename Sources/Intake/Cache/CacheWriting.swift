import Complaints
import Digests
import Glibc

/// Writes the file of kept cases piece by piece: all of it at once would double the memory of a large ledger.
struct CacheWriter {
  private let descriptor: Int32
  private var digester = Digester()
  private var bytes: [UInt8] = []

  /// - Returns: `nil` if the file cannot be made.
  init?(_ path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
    bytes.reserveCapacity(Self.piece * 2)
  }

  func end() { close(descriptor) }

  private static let piece = 1 << 20

  mutating func append(_ more: UnsafeRawBufferPointer) -> Bool {
    bytes.append(contentsOf: more)
    return bytes.count < Self.piece || flush()
  }

  mutating func append(_ value: some BitwiseCopyable) -> Bool { withUnsafeBytes(of: value) { append($0) } }

  /// Writes the digest of all before it.
  mutating func finish() -> Bool {
    guard flush() else { return false }
    withUnsafeBytes(of: digester.digest()) { bytes.append(contentsOf: $0) }
    return flush()
  }

  private mutating func flush() -> Bool {
    var piece: [UInt8] = []
    swap(&piece, &bytes)
    piece.withUnsafeBytes { digester.add($0) }
    let isWritten = piece.withUnsafeBytes { isWhole($0) }
    piece.removeAll(keepingCapacity: true)
    swap(&piece, &bytes)
    return isWritten
  }

  /// Whether all of some bytes could be written.
  private func isWhole(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count {
      let count = write(descriptor, bytes.baseAddress.map { $0 + place }, bytes.count - place)
      if count < 0, errno != EINTR { return false }
      place += max(count, 0)
    }
    return true
  }
}

extension CaseCache {
  /// The file of this ledger's cases.
  var path: String { "\(folder)/\(Digest(of: Array(content.utf8))).cases" }

  /// What tells the program, as the heading has it.
  var programDigest: Digest { Digest(of: Array(program.utf8)) }

  /// Keeps the whole ones of some cases in the place of what was kept; a failure is noted, and nothing else.
  ///
  /// - Parameter time: When their reading began.
  func write(_ readings: [CaseFileReading], key: Digest, readAt time: Int64) {
    let new = path + ".new"
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { return note(failure(folder)) }
    guard let isWritten = written(readings, to: new, key: key, readAt: time) else { return note(failure(new)) }
    guard isWritten, rename(new, path) == 0 else {
      note(failure(new))
      unlink(new)
      return
    }
  }

  private func failure(_ path: String) -> String {
    "\(path): \(String(cString: strerror(errno))); the cases are not kept for the next build"
  }

  /// - Returns: `nil` if the file could not be made at all.
  private func written(_ readings: [CaseFileReading], to path: String, key: Digest, readAt time: Int64) -> Bool? {
    guard var writer = CacheWriter(path) else { return nil }
    defer { writer.end() }
    var isWhole = CacheLayout.magic.withUnsafeBytes { writer.append($0) }
    isWhole = isWhole && writer.append(programDigest) && writer.append(key)
    for reading in readings where isWhole {
      guard let file = reading.keepable, let id = reading.outcome.id else { continue }
      let name = Array(reading.name.utf8)
      isWhole = file.record.store.withBytes { bytes in
        let head = CacheLayout.Head(
          identity: reading.identity.isFresh(at: time) ? reading.identity.inDoubt : reading.identity,
          digest: file.digest,
          nameSize: Int32(name.count), bytesSize: Int32(bytes.count), recordSize: Int32(file.narrativeStart),
          narrativeLine: Int32(file.narrativeLine), idLine: id.mark.line, idColumn: id.mark.column)
        return writer.append(head) && name.withUnsafeBytes { writer.append($0) }
          && writer.append(UnsafeRawBufferPointer(bytes))
      }
    }
    return isWhole && writer.finish()
  }
}
