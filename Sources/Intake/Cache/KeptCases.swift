import Complaints
import Digests
import Glibc

/// The file of kept cases in memory; cases that were kept live in it.
///
/// Only the list of them is known to be whole: of a record that is known when it is used.
final class KeptCases: Sendable {
  private let file: MappedFile
  /// In the order of the names of their files.
  nonisolated(unsafe) private let heads: UnsafeBufferPointer<CacheLayout.Head>
  /// Their numbers in the order of the ledger, where they are distinct.
  nonisolated(unsafe) let order: UnsafeBufferPointer<Int32>
  nonisolated(unsafe) private let texts: UnsafeRawBufferPointer
  /// Whether no id meets another, nor is one named as the page of a case.
  let isDistinct: Bool

  /// Every case, if the list of them is whole and was written by the same program from the same settings.
  ///
  /// - Parameter key: What the reading of every case rests on.
  /// - Returns: `nil` if there is no such file, it is empty, or the key is another.
  init?(mapping path: String, program: Digest, key: Digest) throws(CacheProblem) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      // A file is never changed in its place, only exchanged for another.
      let file = MappedFile(descriptor, size: Int(status.st_size), expected: Int(status.st_size))
    else { return nil }
    self.file = file
    let bytes = UnsafeRawBufferPointer(start: file.start, count: Int(status.st_size))
    let end = try Self.end(of: bytes)
    guard end.program == program else { throw .otherProgram }
    guard end.key == key else { return nil }
    let list = file.start + end.list
    heads = UnsafeBufferPointer(start: list.assumingMemoryBound(to: CacheLayout.Head.self), count: end.count)
    order = UnsafeBufferPointer(
      start: (list + end.count * MemoryLayout<CacheLayout.Head>.stride).assumingMemoryBound(to: Int32.self),
      count: end.count)
    texts = UnsafeRawBufferPointer(
      rebasing: bytes[(end.list + end.count * CacheLayout.headSize)..<bytes.count - CacheLayout.endSize])
    isDistinct = end.isDistinct == 1
  }

  /// The end of the file, if it is one and the list is whole.
  private static func end(of bytes: UnsafeRawBufferPointer) throws(CacheProblem) -> CacheLayout.End {
    let last = bytes.count - CacheLayout.endSize
    guard last >= CacheLayout.magic.count else { throw .damaged }
    guard bytes.starts(with: CacheLayout.magic) else { throw .otherProgram }
    let end = bytes.loadUnaligned(fromByteOffset: last, as: CacheLayout.End.self)
    guard (CacheLayout.magic.count...last).contains(end.list) else { throw .damaged }
    let found = CacheLayout.End(
      program: end.program, key: end.key, list: end.list, count: end.count, isDistinct: end.isDistinct,
      bytes: UnsafeRawBufferPointer(rebasing: bytes[end.list..<last]))
    guard found.sum == end.sum else { throw .damaged }
    return end
  }

  var count: Int { heads.count }

  /// What is known of a case by its number.
  subscript(number: Int) -> CacheLayout.Head { heads[number] }

  func name(_ number: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: texts[heads[number].text..<heads[number].text + Int(heads[number].nameSize)])
  }

  func id(_ number: Int) -> String {
    let start = heads[number].text + Int(heads[number].nameSize)
    return String(decoding: texts[start..<start + Int(heads[number].idSize)], as: UTF8.self)
  }

  /// The ids of the cases that it names.
  private func others(_ number: Int) -> [String] {
    guard heads[number].outline.namesOthers else { return [] }
    var place = heads[number].text + Int(heads[number].nameSize) + Int(heads[number].idSize)
    func next() -> Int {
      defer { place += MemoryLayout<UInt32>.size }
      return Int(texts.loadUnaligned(fromByteOffset: place, as: UInt32.self))
    }
    return (0..<next()).map { _ in
      let size = next()
      defer { place += size }
      return String(decoding: texts[place..<place + size], as: UTF8.self)
    }
  }

  /// Whether a case comes before a kept one in the ledger.
  func isBefore(_ complaint: Complaint, _ number: Int) -> Bool {
    let received = heads[number].outline.received
    if Moment.order(complaint.received, received) { return true }
    return !Moment.order(received, complaint.received) && complaint.id < id(number)
  }

  /// A kept case as if it had just been read; its record is not looked at.
  func file(_ number: Int, path: String, words: WordTable, _ keeper: RecordKeeper) -> CaseFile {
    let head = heads[number]
    let bytes = UnsafeBufferPointer(
      start: (file.start + head.record.place).assumingMemoryBound(to: UInt8.self), count: head.record.size)
    let store = RecordStore(
      bytes, of: file, sealed: RecordSeal(head.record.sum, keeper, number: number), head.outline, words: words)
    let record = Record(schema: CaseSchema.schema, store: store, end: Int(head.recordSize))
    return CaseFile(
      path: path, complaint: Complaint(id(number), head.outline, others: others(number), record), record: record,
      digest: head.digest, narrativeStart: Int(head.recordSize), narrativeLine: Int(head.narrativeLine))
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
