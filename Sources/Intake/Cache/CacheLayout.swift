import Complaints
import Digests
import Glibc

/// How kept cases lie in their file: a heading, the cases one after the other, and a digest of all before it.
///
/// The numbers are as this machine has them: nobody else reads the file.
enum CacheLayout {
  /// The heading begins so; any other form of the file has another number.
  static let magic = Array("kesu cases 1 \(RecordLayout.version)\n".utf8)
  static let digestSize = MemoryLayout<Digest>.size

  /// What stands before the bytes of a case: then come its name and its record with the narrative.
  struct Head: BitwiseCopyable {
    let stamp: FileStamp
    let digest: Digest
    /// Whether a look at the stamp is not enough.
    let isInDoubt: Bool
    let nameSize, bytesSize, recordSize: Int32
    let narrativeLine, idLine, idColumn: Int32
  }

  static let headSize = MemoryLayout<Head>.size
}

/// A case as it was kept.
struct KeptCase {
  let head: CacheLayout.Head
  /// Where its name and its bytes lie in the file.
  let name, bytes: Range<Int>
}

/// The file of kept cases in memory; cases that were kept live in it.
final class KeptCases: Sendable {
  nonisolated(unsafe) private let start: UnsafeRawPointer
  private let size: Int

  /// - Returns: `nil` if there is no such file, or it is empty.
  init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0,
      // A file is never changed in its place, only exchanged for another.
      let start = mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0),
      start != MAP_FAILED
    else { return nil }
    self.start = UnsafeRawPointer(start)
    size = Int(status.st_size)
  }

  deinit { munmap(UnsafeMutableRawPointer(mutating: start), size) }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(self) { body(UnsafeRawBufferPointer(start: start, count: size)) }
  }

  /// Every case, if the file is whole and was written by the same program from the same settings.
  ///
  /// - Parameter key: What the reading of every case rests on.
  /// - Returns: None if that has changed.
  func cases(program: Digest, key: Digest) throws(CacheProblem) -> [KeptCase] {
    try withBytes { bytes in Result { () throws(CacheProblem) in try Self.cases(bytes, program, key) } }.get()
  }

  private static func cases(
    _ bytes: UnsafeRawBufferPointer, _ program: Digest, _ key: Digest
  ) throws(CacheProblem) -> [KeptCase] {
    let digestSize = CacheLayout.digestSize
    let first = CacheLayout.magic.count + 2 * digestSize
    guard bytes.count >= first + digestSize else { throw .damaged }
    guard bytes.starts(with: CacheLayout.magic) else { throw .otherProgram }
    let end = bytes.count - digestSize
    let sum = bytes.loadUnaligned(fromByteOffset: end, as: Digest.self)
    guard Digest(of: UnsafeRawBufferPointer(rebasing: bytes[..<end])) == sum else { throw .damaged }
    guard bytes.loadUnaligned(fromByteOffset: first - 2 * digestSize, as: Digest.self) == program else {
      throw .otherProgram
    }
    guard bytes.loadUnaligned(fromByteOffset: first - digestSize, as: Digest.self) == key else { return [] }
    var cases: [KeptCase] = []
    var place = first
    while place < end {
      let head = bytes.loadUnaligned(fromByteOffset: place, as: CacheLayout.Head.self)
      let name = place + CacheLayout.headSize
      let record = name + Int(head.nameSize)
      place = record + Int(head.bytesSize)
      cases.append(KeptCase(head: head, name: name..<record, bytes: record..<place))
    }
    return cases
  }

  /// A kept case as if it had just been read.
  func outcome(_ kept: KeptCase, path: String, words: WordTable) -> CaseOutcome? {
    let store = withBytes { bytes in
      RecordStore(
        UnsafeBufferPointer(rebasing: bytes.assumingMemoryBound(to: UInt8.self)[kept.bytes]), of: self, words: words)
    }
    let record = Record(schema: CaseSchema.schema, store: store, end: Int(kept.head.recordSize))
    guard let complaint = Complaint(record) else { return nil }
    let file = CaseFile(
      path: path, complaint: complaint, record: record, digest: kept.head.digest,
      narrativeStart: Int(kept.head.recordSize), narrativeLine: Int(kept.head.narrativeLine))
    let mark = Mark(line: Int(kept.head.idLine), column: Int(kept.head.idColumn))
    return CaseOutcome(path: path, file: file, id: (complaint.id, mark), diagnostics: [])
  }
}
