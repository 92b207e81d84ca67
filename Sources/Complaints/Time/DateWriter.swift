/// Writes dates and times digit by digit: every page shows dozens, and texts made of texts are slow.
struct DateWriter {
  private let room: UnsafeMutablePointer<UInt8>
  private var count = 0

  /// A text of at most `capacity` bytes of ASCII.
  static func text(capacity: Int, _ write: (inout DateWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: capacity) { room in
      guard let start = room.baseAddress else { return 0 }
      var writer = DateWriter(room: start)
      write(&writer)
      return writer.count
    }
  }

  /// The same, lent for a moment, for whoever only copies it.
  @inline(__always)
  static func lend(
    capacity: Int, _ write: (inout DateWriter) -> Void, to body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { room in
      guard let start = room.baseAddress else { return }
      var writer = DateWriter(room: start)
      write(&writer)
      body(UnsafeBufferPointer(start: start, count: writer.count))
    }
  }

  private init(room: UnsafeMutablePointer<UInt8>) {
    self.room = room
  }

  @inline(__always)
  mutating func sign(_ sign: Unicode.Scalar) {
    room[count] = UInt8(ascii: sign)
    count += 1
  }

  /// The last two digits of a number not below zero.
  @inline(__always)
  mutating func two(_ number: Int) {
    let number = UInt32(truncatingIfNeeded: number) % 100
    room[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    room[count + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
    count += 2
  }

  /// 2026-10-12; a year of more than four digits is cut, and cannot be in a ledger.
  mutating func day(_ day: Day) {
    let (year, month, dayOfMonth) = day.parts
    self.month(month, of: year)
    sign("-")
    two(dayOfMonth)
  }

  /// 2026-10.
  @inline(__always)
  mutating func month(_ month: Int, of year: Int) {
    two(year / 100)
    two(year)
    sign("-")
    two(month)
  }

  /// 09:30, or 09:30:15.
  mutating func time(_ second: Int, withSeconds: Bool) {
    two(second / 3_600)
    sign(":")
    two(second / 60 % 60)
    guard withSeconds else { return }
    sign(":")
    two(second % 60)
  }
}
