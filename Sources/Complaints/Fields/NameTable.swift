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
    // FNV-1a, 64 bits; its high bits are folded in, since the low ones alone choose the slot.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, !isName(Int(slots[slot]) - 1, name) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isName(_ place: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = ends[place]
    guard ends[place + 1] - start == name.count else { return false }
    for offset in name.indices where bytes[start + offset] != name[offset] { return false }
    return true
  }

  private static func withBytes<Result>(of name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var name = name
    return name.withUTF8(body)
  }
}
