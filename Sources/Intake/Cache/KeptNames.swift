import Complaints
import Digests
import Glibc

extension KeptCases {
  /// For each of some files the number of its case, or -1.
  ///
  /// Both stand in the order of a walk through the folders, so that they are gone through side by side. Where a folder was
  /// listed in another order, a case may be missed, and is read anew.
  func places(of files: some Collection<ContentFile>) -> [Int32] {
    var next = 0
    return files.map { file in
      var name = file.name
      return name.withUTF8 { name in
        while next < count {
          let order = walkOrder(self.name(next), UnsafeRawBufferPointer(name))
          if order > 0 { break }
          next += 1
          if order == 0 { return Int32(next - 1) }
        }
        return -1
      }
    }
  }
}

/// Which of two names comes first in a walk: below zero the one, above zero the other. What is in a folder comes where the
/// folder's own name does, so that a slash comes before everything else.
private func walkOrder(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Int {
  guard let start = one.baseAddress, let otherStart = other.baseAddress else { return one.count - other.count }
  let shared = min(one.count, other.count)
  if memcmp(start, otherStart, shared) == 0 { return one.count - other.count }
  func rank(_ byte: UInt8) -> Int { byte == UInt8(ascii: "/") ? 0 : Int(byte) }
  for place in 0..<shared where one[place] != other[place] { return rank(one[place]) - rank(other[place]) }
  return 0
}

extension CaseCache {
  /// What was kept and can be used; `nil` where there is nothing, or a note says why not.
  func kept(key: Digest) -> KeptCases? {
    guard !isPassedOver else { return nil }
    do throws(CacheProblem) {
      return try KeptCases(mapping: path, program: programDigest, key: key)
    } catch {
      note(error.text(path))
      return nil
    }
  }

  /// The bytes of a kept case from its file, since those kept are not what they were. The whole file of kept cases is done
  /// away with: who knows what else is wrong in it.
  ///
  /// - Returns: Not at all where the file of the case is not what it was either.
  func renewed(
    _ number: Int, of kept: KeptCases, content: String, context: ReadingContext, limit: Int
  ) -> RecordStore {
    if unlink(path) == 0 { note("\(path): damaged, so it is removed; what it had of the cases is read anew") }
    let path = "\(content)/\(String(decoding: kept.name(number), as: UTF8.self))"
    do throws(IntakeFailure) {
      guard let bytes = try readBytes(path, limit: limit), Digest(of: bytes) == kept[number].digest,
        let store = readCase(bytes, path: path, context: context).file?.record.store,
        store.withBytes({ Digest(of: UnsafeRawBufferPointer($0)) }) == kept[number].record.sum
      else { stop("\(path): changed while the ledger was read") }
      return store
    } catch {
      stop("\(error)")
    }
  }
}
