import Glibc

/// Paths in one run of bytes, each found by its bytes: two names that only look alike are two.
///
/// - Complexity: Linear to make; a look takes the length of the path.
struct PathTable: Sendable {
  /// Each path with a line feed after it.
  let bytes: [UInt8]
  /// Where each path begins, and where the next one would.
  private let starts: [Int32]
  /// The places of paths by their hash, -1 where there is none; at least half of them are.
  private let slots: [Int32]
  /// The second place of a path that occurs twice.
  let twin: Int?

  private static let feed = UInt8(ascii: "\n")

  /// - Parameter paths: Those that hold a line feed are cut there, and lead nowhere.
  init(_ paths: [String]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(paths.reduce(paths.count) { $0 + $1.utf8.count })
    for path in paths {
      bytes.append(contentsOf: path.utf8)
      bytes.append(Self.feed)
    }
    self.init(lines: bytes)
  }

  /// - Parameter bytes: Paths, each with a line feed after it.
  init(lines bytes: [UInt8]) {
    var starts: [Int32] = [0]
    for (index, byte) in bytes.enumerated() where byte == Self.feed { starts.append(Int32(index + 1)) }
    let count = starts.count - 1
    var size = 16
    while size < 2 * count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var twin: Int?
    bytes.withUnsafeBufferPointer { bytes in
      for place in 0..<count {
        let path = Self.path(place, bytes, starts)
        switch Self.slot(of: path, in: slots, bytes, starts) {
        case .free(let slot): slots[slot] = Int32(place)
        case .found: twin = twin ?? place
        }
      }
    }
    (self.bytes, self.starts, self.slots, self.twin) = (bytes, starts, slots, twin)
  }

  var count: Int { starts.count - 1 }

  /// The place of a path; `nil` if it is none of these.
  func place(of path: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      if case .found(let place) = Self.slot(of: path, in: slots, bytes, starts) { place } else { nil }
    }
  }

  func place(of path: String) -> Int? {
    var path = path
    return path.withUTF8 { place(of: $0) }
  }

  subscript(place: Int) -> String { String(decoding: self.path(place), as: UTF8.self) }

  /// The bytes of a path.
  func path(_ place: Int) -> ArraySlice<UInt8> { bytes[Int(starts[place])..<Int(starts[place + 1]) - 1] }

  /// Hands on the bytes of a path without a copy.
  func withPath<Result>(_ place: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(Self.path(place, $0, starts)) }
  }

  /// Whether one path stands before another by its bytes.
  func isBefore(_ one: Int, _ other: Int) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      let (one, other) = (Self.path(one, bytes, starts), Self.path(other, bytes, starts))
      let order = Self.order(one, other, min(one.count, other.count))
      return order == 0 ? one.count < other.count : order < 0
    }
  }

  private static func path(
    _ place: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Int32]
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(starts[place])..<Int(starts[place + 1]) - 1])
  }

  /// Of the first bytes of two paths, as memcmp has it.
  private static func order(
    _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>, _ count: Int
  ) -> Int32 {
    guard let one = one.baseAddress, let other = other.baseAddress else { return 0 }
    return memcmp(one, other, count)
  }

  private enum Slot { case free(Int), found(Int) }

  private static func slot(
    of path: UnsafeBufferPointer<UInt8>, in slots: [Int32], _ bytes: UnsafeBufferPointer<UInt8>, _ starts: [Int32]
  ) -> Slot {
    var slot = Int(truncatingIfNeeded: hash(path)) & (slots.count - 1)
    while slots[slot] >= 0 {
      let other = Self.path(Int(slots[slot]), bytes, starts)
      if other.count == path.count, order(other, path, path.count) == 0 {
        return .found(Int(slots[slot]))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return .free(slot)
  }

  /// - Note: Source: Fowler, Noll and Vo, FNV-1a of 64 bits; the upper half folded in, since only the lower is used.
  private static func hash(_ path: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in path { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ hash >> 32
  }
}

/// By the place of a path in a table, its place among other paths, each with a line feed after it; -1 where it is none of them.
func places(of lines: [UInt8], in pages: PathTable) -> [Int32] {
  if lines == pages.bytes { return Array(0..<Int32(pages.count)) }
  var places = [Int32](repeating: -1, count: pages.count)
  lines.withUnsafeBufferPointer { lines in
    var (start, number) = (0, Int32(0))
    for end in lines.indices where lines[end] == 0x0A {
      if let place = pages.place(of: UnsafeBufferPointer(rebasing: lines[start..<end])) { places[place] = number }
      (start, number) = (end + 1, number + 1)
    }
  }
  return places
}
