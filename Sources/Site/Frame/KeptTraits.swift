package import Complaints
package import Digests

extension CaseTraits {
  /// What is kept of a case besides its texts; 64 bytes without a reference.
  private struct Plain: BitwiseCopyable {
    let digest, fields: Digest
    /// The first day, and one after the last; equal where no field names any.
    let first, end: Int64
    /// How many texts of each kind follow.
    let files, hiddenFiles: UInt32
    /// The front matter that names the cases, and that has the line, is no longer than 65,536 bytes.
    let cases, exclusionLine: UInt16
    let isPaused, isOver, hasLinks, saysWhyOpen: Bool
  }

  /// On what kept traits rest besides the grounds of the ledger and the day.
  package static func grounds(_ ledger: Ledger) -> Digest {
    var digester = Digester()
    for file in ledger.attachments { digester.add(file.name) }
    return digester.digest()
  }

  /// As they are kept: the plain part of each, then the texts of all.
  package var bytes: [UInt8] {
    let plain = zip(digests, all).map { digest, traits in
      Plain(
        digest: digest, fields: traits.fields, first: Int64(traits.days?.lowerBound.number ?? 0),
        end: Int64((traits.days?.upperBound.number).map { $0 + 1 } ?? 0), files: UInt32(traits.files.count),
        hiddenFiles: UInt32(traits.hiddenFiles.count), cases: UInt16(traits.cases.count),
        exclusionLine: traits.exclusionLine, isPaused: traits.isPaused,
        isOver: traits.isOver, hasLinks: traits.hasLinks, saysWhyOpen: traits.saysWhyOpen)
    }
    var bytes: [UInt8] = []
    withUnsafeBytes(of: plain.count) { bytes.append(contentsOf: $0) }
    plain.withUnsafeBytes { bytes.append(contentsOf: $0) }
    for traits in all {
      for text in [traits.cases, traits.files, traits.hiddenFiles].joined() {
        withUnsafeBytes(of: UInt32(text.utf8.count)) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: text.utf8)
      }
    }
    return bytes
  }

  /// - Parameter bytes: As `bytes` gave them to the same program.
  /// - Returns: `nil` where there are none.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count > 0 else { return nil }
    let (count, start) = (bytes.loadUnaligned(as: Int.self), MemoryLayout<Int>.size)
    var texts = UnsafeRawBufferPointer(rebasing: bytes[(start + count * MemoryLayout<Plain>.stride)...])
    func next(_ count: some BinaryInteger) -> [String] {
      (0..<Int(count)).map { _ in
        let end = 4 + Int(texts.loadUnaligned(as: UInt32.self))
        defer { texts = UnsafeRawBufferPointer(rebasing: texts[end...]) }
        return String(decoding: texts[4..<end], as: UTF8.self)
      }
    }
    var (all, digests): ([Traits], [Digest]) = ([], [])
    all.reserveCapacity(count)
    digests.reserveCapacity(count)
    for place in 0..<count {
      let plain = bytes.loadUnaligned(
        fromByteOffset: start + place * MemoryLayout<Plain>.stride, as: Plain.self)
      let days = plain.first < plain.end ? Day(number: Int(plain.first))...Day(number: Int(plain.end - 1)) : nil
      digests.append(plain.digest)
      all.append(
        Traits(
          fields: plain.fields, days: days, isPaused: plain.isPaused, isOver: plain.isOver,
          hasLinks: plain.hasLinks,
          saysWhyOpen: plain.saysWhyOpen, exclusionLine: plain.exclusionLine,
          cases: next(plain.cases), files: next(plain.files), hiddenFiles: next(plain.hiddenFiles)))
    }
    self.init(all, digests)
  }
}
