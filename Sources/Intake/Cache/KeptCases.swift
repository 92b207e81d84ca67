import Complaints
import Digests
import Glibc
import Threads

/// A case as it was kept.
struct KeptCase: Sendable {
  let head: CacheLayout.Head
  /// Where its name lies in the file.
  let name: Range<Int>
}

/// The file of kept cases in memory; cases that were kept live in it.
final class KeptCases: Sendable {
  private let file: MappedFile
  private let size: Int

  /// - Returns: `nil` if there is no such file, or it is empty.
  init?(mapping path: String) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      // A file is never changed in its place, only exchanged for another.
      let file = MappedFile(descriptor, size: Int(status.st_size), expected: Int(status.st_size))
    else { return nil }
    self.file = file
    size = Int(status.st_size)
  }

  func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    withExtendedLifetime(self) { body(UnsafeRawBufferPointer(start: file.start, count: size)) }
  }

  /// Every case, if the file is whole and was written by the same program from the same settings.
  ///
  /// - Parameter key: What the reading of every case rests on.
  /// - Returns: None if that has changed.
  func cases(program: Digest, key: Digest, jobs: Int) throws(CacheProblem) -> [KeptCase] {
    let cases = try withBytes { bytes in Result { () throws(CacheProblem) in try Self.cases(bytes, program, key) } }
      .get()
    let areWhole = inParallel(cases.count, jobs: jobs, step: 256) { isWhole(cases[$0].head.record) }
    guard areWhole.allSatisfy({ $0 }) else { throw .damaged }
    return cases
  }

  private static func cases(
    _ bytes: UnsafeRawBufferPointer, _ program: Digest, _ key: Digest
  ) throws(CacheProblem) -> [KeptCase] {
    let last = bytes.count - CacheLayout.endSize
    guard last >= CacheLayout.magic.count else { throw .damaged }
    guard bytes.starts(with: CacheLayout.magic) else { throw .otherProgram }
    let end = bytes.loadUnaligned(fromByteOffset: last, as: CacheLayout.End.self)
    guard (CacheLayout.magic.count...last).contains(end.list) else { throw .damaged }
    let list = UnsafeRawBufferPointer(rebasing: bytes[end.list..<last])
    let found = CacheLayout.End(program: end.program, key: end.key, list: end.list, bytes: list)
    guard found.sum == end.sum else { throw .damaged }
    guard end.program == program else { throw .otherProgram }
    guard end.key == key else { return [] }
    var cases: [KeptCase] = []
    var place = end.list
    while place < last {
      let head = bytes.loadUnaligned(fromByteOffset: place, as: CacheLayout.Head.self)
      let name = place + CacheLayout.headSize
      place = name + Int(head.nameSize)
      cases.append(KeptCase(head: head, name: name..<place))
    }
    return cases
  }

  private func isWhole(_ record: KeptRecord) -> Bool {
    withBytes { bytes in
      guard record.place + record.size <= bytes.count else { return false }
      return Digest(of: UnsafeRawBufferPointer(rebasing: bytes[record.place..<record.place + record.size]))
        == record.sum
    }
  }

  /// A kept case as if it had just been read.
  func outcome(_ kept: KeptCase, path: String, words: WordTable) -> CaseOutcome? {
    let store = file.store(kept.head.record, words: words)
    let record = Record(schema: CaseSchema.schema, store: store, end: Int(kept.head.recordSize))
    guard let complaint = Complaint(record) else { return nil }
    let file = CaseFile(
      path: path, complaint: complaint, record: record, digest: kept.head.digest,
      narrativeStart: Int(kept.head.recordSize), narrativeLine: Int(kept.head.narrativeLine))
    let mark = Mark(line: Int(kept.head.idLine), column: Int(kept.head.idColumn))
    return CaseOutcome(path: path, file: file, id: (complaint.id, mark), diagnostics: [])
  }
}

extension MappedFile {
  /// The bytes of a case as its store, which holds the file.
  func store(_ record: KeptRecord, words: WordTable) -> RecordStore {
    let bytes = UnsafeBufferPointer(
      start: start.assumingMemoryBound(to: UInt8.self) + record.place, count: record.size)
    return RecordStore(bytes, of: self, words: words)
  }
}
