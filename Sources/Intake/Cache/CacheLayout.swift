import Complaints
import Digests

/// How kept cases lie in their file: a heading, their records in any order, then a list of them, and the end.
///
/// The numbers are as this machine has them: nobody else reads the file.
enum CacheLayout {
  /// The heading; any other form of the file has another number.
  static let magic = Array("kesu cases 3 \(RecordLayout.version)\n".utf8)

  /// A case in the list; its name follows.
  struct Head: BitwiseCopyable {
    /// In doubt where a look at the file is not enough.
    let identity: FileIdentity
    let digest: Digest
    let record: KeptRecord
    let nameSize, recordSize: Int32
    let narrativeLine, idLine, idColumn: Int32
  }

  /// What stands behind the list.
  struct End: BitwiseCopyable {
    /// What tells the program, and what the reading of every case rests on.
    let program, key: Digest
    /// Where the list begins.
    let list: Int
    /// Of the heading, the list and the above.
    let sum: Digest

    init(program: Digest, key: Digest, list: Int, bytes: UnsafeRawBufferPointer) {
      (self.program, self.key, self.list) = (program, key, list)
      var digester = Digester()
      digester.add(CacheLayout.magic)
      digester.add(bytes)
      digester.add(program)
      digester.add(key)
      digester.add(list)
      sum = digester.digest()
    }
  }

  static let headSize = MemoryLayout<Head>.size
  static let endSize = MemoryLayout<End>.size
}

/// Where the bytes of a case lie in the file, and their digest.
struct KeptRecord: BitwiseCopyable {
  let place: Int
  let size: Int
  let sum: Digest
}
