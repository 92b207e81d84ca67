import Complaints
import Digests

/// How kept cases lie in their file: a heading, their records in any order, then a list of them, and the end.
///
/// The list has a head for each case in the order of the names of their files, then their order in the ledger, then the
/// texts that the heads speak of. The numbers are as this machine has them: nobody else reads the file.
enum CacheLayout {
  /// The heading; any other form of the file has another number.
  static let magic = Array("kesu cases 5 \(RecordLayout.version)\n".utf8)

  /// A case in the list.
  struct Head: BitwiseCopyable {
    /// In doubt where a look at the file is not enough.
    let identity: FileIdentity
    let digest: Digest
    let record: KeptRecord
    let outline: CaseOutline
    /// Of its id, as it meets others: where these differ, so do the ids.
    let mark: UInt64
    /// Where its name begins among the texts; its id follows, and the ids of the others where it names any.
    let text: Int
    let nameSize, idSize: Int32
    let recordSize, narrativeLine: Int32
    let idLine, idColumn: Int32
  }

  /// What stands behind the list.
  struct End: BitwiseCopyable {
    /// What tells the program, and what the reading of every case rests on.
    let program, key: Digest
    /// Where the list begins, and how many cases it has.
    let list, count: Int
    /// Whether no id meets another, nor is one named as the page of a case: 1, else 0.
    let isDistinct: Int
    /// Of the heading, the list and the above.
    let sum: Digest

    init(program: Digest, key: Digest, list: Int, count: Int, isDistinct: Int, bytes: UnsafeRawBufferPointer) {
      (self.program, self.key, self.list, self.count, self.isDistinct) = (program, key, list, count, isDistinct)
      var digester = Digester()
      digester.add(CacheLayout.magic)
      digester.add(bytes)
      digester.add(program)
      digester.add(key)
      for number in [list, count, isDistinct] { digester.add(number) }
      sum = digester.digest()
    }
  }

  static let endSize = MemoryLayout<End>.size
  /// What a list takes of memory at least, of each case.
  static let headSize = MemoryLayout<Head>.stride + MemoryLayout<Int32>.stride
}

/// Where the bytes of a case lie in the file, and their digest.
struct KeptRecord: BitwiseCopyable {
  let place: Int
  let size: Int
  let sum: Digest
}

/// The list of kept cases while it is put together.
struct CacheList {
  private var heads: [CacheLayout.Head] = []
  private var order: [Int32] = []
  private var texts: [UInt8] = []

  mutating func add(_ reading: CaseFileReading, _ kept: CaseFile, _ record: KeptRecord, id: Mark, readAt time: Int64) {
    let (name, complaint) = (reading.name.utf8, kept.complaint)
    heads.append(
      CacheLayout.Head(
        identity: reading.identity.isFresh(at: time) ? reading.identity.inDoubt : reading.identity,
        digest: kept.digest, record: record, outline: complaint.outline, mark: idMark(complaint.id),
        text: texts.count, nameSize: Int32(name.count), idSize: Int32(complaint.id.utf8.count),
        recordSize: Int32(kept.narrativeStart), narrativeLine: Int32(kept.narrativeLine), idLine: id.line,
        idColumn: id.column))
    texts += name
    texts += complaint.id.utf8
    guard complaint.outline.namesOthers else { return }
    add(complaint.others.count)
    for other in complaint.others {
      add(other.utf8.count)
      texts += other.utf8
    }
  }

  private mutating func add(_ number: Int) { withUnsafeBytes(of: UInt32(number)) { texts += $0 } }

  var count: Int { heads.count }

  /// - Parameter numbers: Of the cases of the list in the order of the ledger; -1 for what is not in the list.
  mutating func sort(_ numbers: [Int32]) { order = numbers.filter { $0 >= 0 } }

  /// As it is written.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    heads.withUnsafeBytes { bytes += $0 }
    // Fewer stand in the ledger than were kept only where ids meet, and then nobody asks for their order.
    (order + repeatElement(0, count: count - order.count)).withUnsafeBytes { bytes += $0 }
    return bytes + texts
  }
}

/// By what an id is told from those that it may not meet.
func idMark(_ id: String) -> UInt64 {
  var digester = Digester()
  digester.add(folded(id))
  return digester.digest().low
}
