import Complaints
import Digests
import Glibc
import Synchronization

/// The file of kept cases while it is written, record by record as they are read, so that from then on they lie there and
/// not in the program's own memory.
final class CacheFile: Sendable {
  private let descriptor: Int32
  private let path: String
  private let file: MappedFile?
  private let capacity: Int
  private let end: Atomic<Int>
  /// As errno has it; 0 while all could be written.
  private let failure = Atomic<Int32>(0)

  /// - Parameters:
  ///   - path: Of the new file; what stands there is none of ours, or was left by a build that was killed.
  ///   - cases: How many there may be.
  /// - Returns: `nil`, with errno, if the file cannot be made.
  init?(_ path: String, cases: Int) {
    unlink(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
    self.path = path
    // Only addresses, not memory; a ledger of larger cases keeps some of them in memory.
    capacity = (cases << 16) + (1 << 24)
    // A record takes some 1.5 KB.
    file = MappedFile(descriptor, size: capacity, expected: cases * 1_536)
    end = Atomic(CacheLayout.magic.count)
    _ = CacheLayout.magic.withUnsafeBytes { write($0, at: 0) }
  }

  deinit { close(descriptor) }

  /// Appends the bytes of a case; from any thread.
  ///
  /// - Returns: `nil` if they could not be written, now or before.
  func append(_ store: RecordStore) -> KeptRecord? {
    store.withBytes { bytes in
      let bytes = UnsafeRawBufferPointer(bytes)
      let place = end.add(bytes.count, ordering: .relaxed).oldValue
      guard failure.load(ordering: .relaxed) == 0, write(bytes, at: place) else { return nil }
      return KeptRecord(place: place, size: bytes.count, sum: Digest(of: bytes))
    }
  }

  /// The same case with its bytes in the file; `nil` where they have no place in memory there.
  func moved(_ file: CaseFile, to record: KeptRecord) -> CaseFile? {
    guard let mapped = self.file, record.place + record.size <= capacity else { return nil }
    return file.moved(to: mapped.store(record, words: file.record.store.words))
  }

  /// Writes the list of cases and puts the file in the place of another.
  ///
  /// - Returns: Whether it could; if not, errno says why, and the file is gone.
  func finish(_ list: CacheList, isDistinct: Bool, program: Digest, key: Digest, as path: String) -> Bool {
    // Where a number may begin.
    let place = (end.load(ordering: .relaxed) + 7) & ~7
    let bytes = list.bytes
    let end = bytes.withUnsafeBytes {
      CacheLayout.End(
        program: program, key: key, list: place, count: list.count, isDistinct: isDistinct ? 1 : 0, bytes: $0)
    }
    let isWritten =
      failure.load(ordering: .relaxed) == 0 && bytes.withUnsafeBytes { write($0, at: place) }
      && withUnsafeBytes(of: end) { write($0, at: place + bytes.count) }
    let isTaken = isTaken
    // A build beside this one keeps the same cases.
    if isTaken == true { return true }
    if isTaken == false, isWritten, rename(self.path, path) == 0 { return true }
    let number = isWritten ? errno : failure.load(ordering: .relaxed)
    unlink(self.path)
    errno = number
    return false
  }

  /// Whether another build has taken the name for its own; `nil`, with errno, where that cannot be seen.
  private var isTaken: Bool? {
    var (own, there) = (stat(), stat())
    guard fstat(descriptor, &own) == 0 else { return nil }
    if lstat(path, &there) == 0 { return own.st_ino != there.st_ino }
    return errno == ENOENT ? true : nil
  }

  /// Whether all of some bytes could be written.
  private func write(_ bytes: UnsafeRawBufferPointer, at place: Int) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = pwrite(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done, place + done)
      if count < 0, errno != EINTR {
        failure.store(errno, ordering: .relaxed)
        return false
      }
      done += max(count, 0)
    }
    return true
  }
}

extension CaseCache {
  /// The file of this ledger's cases.
  var path: String { path("cases") }

  /// A file that has to do with this ledger.
  func path(_ ending: String) -> String { "\(folder)/\(Digest(of: Array(content.utf8))).\(ending)" }

  /// What tells the program, as the file has it.
  var programDigest: Digest { Digest(of: Array(program.utf8)) }

  private var newPath: String { path + ".new" }

  /// The file that will take the place of what was kept; `nil`, with a note, if it cannot be made.
  func newFile(cases: Int) -> CacheFile? {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
      note(failure(folder))
      return nil
    }
    let file = CacheFile(newPath, cases: cases)
    if file == nil { note(failure(newPath)) }
    return file
  }

  /// Keeps the whole ones of some cases in the place of what was kept; a failure is noted, and nothing else.
  ///
  /// - Parameters:
  ///   - sorted: The same cases.
  ///   - file: Holds the bytes of those that say so.
  ///   - time: When their reading began.
  func write(
    _ readings: [CaseFileReading], _ sorted: SortedCases, in file: CacheFile, key: Digest, readAt time: Int64
  ) {
    var list = CacheList()
    var numbers = [Int32](repeating: -1, count: readings.count)
    for (index, reading) in readings.enumerated() {
      guard let kept = reading.keepable, let id = reading.outcome.id else { continue }
      guard let record = reading.record ?? file.append(kept.record.store) else { break }
      numbers[index] = Int32(list.count)
      list.add(reading, kept, record, id: id.mark, readAt: time)
    }
    list.sort(sorted.places.map { numbers[$0] })
    if !file.finish(list, isDistinct: sorted.areDistinct, program: programDigest, key: key, as: path) {
      note(failure(newPath))
    }
  }

  /// What is noted of a file that cannot be kept.
  func failure(_ path: String) -> String {
    "\(path): \(String(cString: strerror(errno))); the cases are not kept for the next build"
  }
}
