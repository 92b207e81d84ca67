/// The places of names in a fixed list, found by their bytes.
///
/// What is read is in NFC already, so names are told apart byte by byte; that is several times faster than Unicode's own way, and every field of every case is looked up.
package struct NameTable: Sendable {
  /// The UTF-8 of all names, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Where to look for a hash; more than twice as many as names, a power of two.
  private var slots: [Slot]

  /// A name that was laid down here.
  private struct Slot {
    /// Of its hash the half that did not choose the slot.
    let mark: UInt32
    /// Its place plus one; 0 where there is none.
    let number: Int32
  }

  /// - Parameter names: Of equal ones the first is found.
  package init(_ names: [String]) {
    var size = 4
    while size < names.count * 2 + 2 { size *= 2 }
    slots = [Slot](repeating: Slot(mark: 0, number: 0), count: size)
    bytes.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count })
    for (place, name) in names.enumerated() {
      bytes.append(contentsOf: name.utf8)
      ends.append(bytes.count)
      let (slot, hash) = Self.withBytes(of: name) { bytes in
        let hash = Self.hash(bytes)
        return (self.slot(of: bytes, hash), hash)
      }
      if slots[slot].number == 0 { slots[slot] = Slot(mark: Self.mark(hash), number: Int32(place + 1)) }
    }
  }

  /// The place of a name in the list; `nil` if it is not there.
  package func place(of name: String) -> Int? { Self.withBytes(of: name) { find($0) } }

  /// The place of a name given by its bytes.
  package func place(of name: UnsafeBufferPointer<UInt8>) -> Int? { find(UnsafeRawBufferPointer(name)) }

  private func find(_ name: UnsafeRawBufferPointer) -> Int? {
    let number = slots[slot(of: name, Self.hash(name))].number
    return number == 0 ? nil : Int(number) - 1
  }

  /// The slot that has a name, or the free one where it belongs.
  private func slot(of name: UnsafeRawBufferPointer, _ hash: UInt64) -> Int {
    let (mask, mark) = (slots.count - 1, Self.mark(hash))
    var place = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[place]
      if slot.number == 0 || slot.mark == mark && isName(Int(slot.number) - 1, name) { return place }
      place = (place + 1) & mask
    }
  }

  private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// Eight bytes at a time are multiplied in, the last eight even where they overlap those before; the high half is
  /// folded in, since the low bits alone choose the slot.
  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    let count = name.count
    var hash = UInt64(truncatingIfNeeded: count)
    var place = 0
    while place + 8 < count {
      hash = (hash ^ name.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    hash = (hash ^ last(of: name)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  /// The last eight bytes, or all of fewer, some of them twice.
  private static func last(of name: UnsafeRawBufferPointer) -> UInt64 {
    let count = name.count
    if count >= 8 { return name.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    if count >= 4 {
      let first = name.loadUnaligned(as: UInt32.self)
      return UInt64(first) << 32 | UInt64(name.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    }
    return count == 0 ? 0 : UInt64(name[0]) << 16 | UInt64(name[count / 2]) << 8 | UInt64(name[count - 1])
  }

  private func isName(_ place: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    let (start, count) = (ends[place], name.count)
    guard ends[place + 1] - start == count else { return false }
    return bytes.withUnsafeBytes { all in
      let own = UnsafeRawBufferPointer(rebasing: all[start..<start + count])
      var place = 0
      while place + 8 < count {
        if own.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != name.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          return false
        }
        place += 8
      }
      return Self.last(of: own) == Self.last(of: name)
    }
  }

  private static func withBytes<Result>(of name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var name = name
    return name.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}
