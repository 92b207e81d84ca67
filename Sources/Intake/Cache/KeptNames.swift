import Complaints
import Digests
import Glibc

extension KeptCases {
  /// For each of some files the number of its case, or -1.
  ///
  /// Files mostly stand in the order in which they stood; where they do not, they are looked up.
  func places(of files: [ContentFile]) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(files.count)
    var byName: [String: Int]?
    var next = 0
    for file in files {
      var name = file.name
      let isNext = next < count && name.withUTF8 { isName($0, of: next) }
      if !isNext {
        let table = byName ?? numbers
        byName = table
        next = table[name] ?? count
      }
      places.append(next < count ? Int32(next) : -1)
      next = next < count ? next + 1 : 0
    }
    return places
  }

  private func isName(_ name: UnsafeBufferPointer<UInt8>, of number: Int) -> Bool {
    let own = self.name(number)
    guard own.count == name.count, let start = own.baseAddress, let other = name.baseAddress else { return false }
    return memcmp(start, other, name.count) == 0
  }

  private var numbers: [String: Int] {
    Dictionary(
      (0..<count).map { (String(decoding: name($0), as: UTF8.self), $0) }, uniquingKeysWith: { one, _ in one })
  }
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
