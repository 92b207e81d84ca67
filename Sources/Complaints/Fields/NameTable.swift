/// The places of names in a fixed list, found by their bytes.
///
/// What is read is in NFC already, so names are told apart byte by byte; that is several times faster than Unicode's own way, and every field of every case is looked up.
package struct NameTable: Sendable {
  /// The UTF-8 of all names, one after the other.
  private var bytes: [UInt8] = []
  /// Where to look for a hash; more than twice as many as names, a power of two.
  private var slots: [Slot]

  /// A name, as far as it can be told from others without a look at its bytes.
  private struct Slot {
    /// The place of the name plus one; 0 where there is none.
    var number: Int32 = 0
    /// Of its hash the half that did not choose the slot.
    var mark: UInt32 = 0
    /// Where its bytes begin, and how many they are.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  /// - Parameter names: Of equal ones the first is found.
  package init(_ names: [String]) {
    var size = 4
    while size < names.count * 2 + 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    bytes.reserveCapacity(names.reduce(0) { $0 + $1.utf8.count })
    for (place, name) in names.enumerated() {
      let (slot, hash) = Self.withBytes(of: name) { bytes in
        let hash = Self.hash(bytes)
        return (self.slot(of: bytes, hash), hash)
      }
      guard slots[slot].number == 0 else { continue }
      slots[slot] = Slot(
        number: Int32(place + 1), mark: Self.mark(hash), start: Int32(bytes.count), count: Int32(name.utf8.count))
      bytes.append(contentsOf: name.utf8)
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
    return slots.withUnsafeBufferPointer { slots in
      bytes.withUnsafeBytes { bytes in
        while true {
          let slot = slots[place]
          if slot.number == 0 { return place }
          if slot.mark == mark, Int(slot.count) == name.count, isEqual(bytes, Int(slot.start), name) { return place }
          place = (place + 1) & mask
        }
      }
    }
  }

  private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  private static func withBytes<Result>(of name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    var name = name
    return name.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }
}

/// Bytes of names, eight at a time; the last eight are taken together even where they overlap those before, so that no
/// name of eight or more has a rest.
extension NameTable {
  /// The high half is folded in, since the low bits alone choose the slot.
  @inline(__always)
  private static func hash(_ name: UnsafeRawBufferPointer) -> UInt64 {
    guard let start = name.baseAddress else { return 0 }
    var hash = UInt64(truncatingIfNeeded: name.count)
    var place = 0
    while place + 8 < name.count {
      hash = (hash ^ start.loadUnaligned(fromByteOffset: place, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      place += 8
    }
    hash = (hash ^ last(start, name.count)) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ hash >> 29
  }

  /// The last eight of some bytes, or all of fewer, some of them twice.
  @inline(__always)
  private static func last(_ bytes: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 8 { return bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
    if count >= 4 {
      let first = UInt64(bytes.loadUnaligned(as: UInt32.self))
      return first << 32 | UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
    }
    if count == 0 { return 0 }
    let middle = UInt64(bytes.load(fromByteOffset: count / 2, as: UInt8.self))
    return UInt64(bytes.load(as: UInt8.self)) << 16 | middle << 8
      | UInt64(bytes.load(fromByteOffset: count - 1, as: UInt8.self))
  }

  /// Whether a name stands at a place among bytes that has room for it.
  @inline(__always)
  private func isEqual(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ name: UnsafeRawBufferPointer) -> Bool {
    guard let own = bytes.baseAddress.map({ $0 + start }), let other = name.baseAddress else { return name.isEmpty }
    var place = 0
    while place + 8 < name.count {
      let (one, two) = (
        own.loadUnaligned(fromByteOffset: place, as: UInt64.self),
        other.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
      if one != two { return false }
      place += 8
    }
    return Self.last(own, name.count) == Self.last(other, name.count)
  }
}
