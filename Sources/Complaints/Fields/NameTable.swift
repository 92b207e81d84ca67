/// The places of names in a fixed list, found by their bytes.
///
/// What is read is in NFC already, so names are told apart byte by byte; that is several times faster than Unicode's own way, and every field of every case is looked up.
package struct NameTable: Sendable {
  /// The UTF-8 of all names, one after the other, and where each ends.
  private var bytes: [UInt8] = []
  private var ends: [Int] = [0]
  /// Where to look for a hash: a place plus one, 0 where there is none; more than twice as many as names, a power of two.
  private var slots: [Int32]

  /// - Parameter names: Of equal ones the first is found.
  package init(_ names: [String]) {
    var size = 4
    while size < names.count * 2 + 2 { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    bytes.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count })
    for (place, name) in names.enumerated() {
      bytes.append(contentsOf: name.utf8)
      ends.append(bytes.count)
      let found = Self.withBytes(of: name) { slot(of: $0) }
      if slots[found] == 0 { slots[found] = Int32(place + 1) }
    }
  }

  /// The place of a name in the list; `nil` if it is not there.
  package func place(of name: String) -> Int? { Self.withBytes(of: name) { place(of: $0) } }

  /// The place of a name given by its bytes.
  package func place(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    let found = slots[slot(of: name)]
    return found == 0 ? nil : Int(found) - 1
  }

  /// The slot that has a name, or the free one where it belongs.
  private func slot(of name: UnsafeBufferPointer<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: Self.hash(name)) & mask
    while slots[slot] != 0, !isName(Int(slots[slot]) - 1, name) { slot = (slot + 1) & mask }
    return slot
  }

  /// Eight bytes at a time are multiplied in; the high half is folded in, since the low bits alone choose the slot.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(name)
    var hash = UInt64(bytes.count)
    var place = 0
    while place + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    var rest: UInt64 = 0
    while place < bytes.count {
      rest = rest << 8 | UInt64(bytes[place])
      place += 1
    }
    hash = (hash ^ rest) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 32
  }

  private func isName(_ place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[place]
    guard ends[place + 1] - start == name.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for offset in 0..<name.count where own[start + offset] != name[offset] { return false }
      return true
    }
  }

  private static func withBytes<Result>(of name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var name = name
    return name.withUTF8(body)
  }
}
