/// Numbers as digits, straight into a document.
extension ByteWriter {
  /// A whole number not below zero, in decimal.
  mutating func write(digitsOf number: UInt) {
    makeRoom(for: 20)
    put(digitsOf: number)
  }

  @inline(__always)
  private mutating func put(digitsOf number: UInt) {
    if number < 10 { return put(Self.digit(number)) }
    if number < 100 { return put(twoDigitsOf: number) }
    if number < 1_000 {
      put(Self.digit(number / 100))
      return put(twoDigitsOf: number % 100)
    }
    putMany(digitsOf: number)
  }

  @inline(never)
  private mutating func putMany(digitsOf number: UInt) {
    if number < 1_000 { return put(digitsOf: number) }
    putMany(digitsOf: number / 100)
    put(twoDigitsOf: number % 100)
  }

  @inline(__always)
  private mutating func put(twoDigitsOf number: UInt) {
    put(Self.digit(number / 10))
    put(Self.digit(number % 10))
  }

  @inline(__always)
  private static func digit(_ number: UInt) -> UInt8 { UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number) }

  /// A whole number, in decimal.
  public mutating func write(_ number: Int) {
    if number < 0 { write(UInt8(ascii: "-")) }
    write(digitsOf: number.magnitude)
  }

  /// A number in units of its last decimal place: 12.50 of 1250 with two places, 12.5 where it need not be full.
  mutating func write(_ number: Int, places: Int, isFull: Bool) {
    if number < 0 { write(UInt8(ascii: "-")) }
    var scale: UInt = 1
    for _ in 0..<places { scale *= 10 }
    var (whole, rest) = number.magnitude.quotientAndRemainder(dividingBy: scale)
    write(digitsOf: whole)
    guard places > 0, isFull || rest > 0 else { return }
    write(UInt8(ascii: "."))
    repeat {
      scale /= 10
      (whole, rest) = rest.quotientAndRemainder(dividingBy: scale)
      write(UInt8(ascii: "0") + UInt8(whole))
    } while scale > 1 && (isFull || rest > 0)
  }

  /// A number rounded half away from zero to two decimals at the most, without trailing zeros or a negative zero.
  ///
  /// What is not a number, or too large for a drawing, is a mistake of the caller.
  mutating func write(coordinate number: Double) {
    makeRoom(for: Self.longestCoordinate)
    put(coordinate: number)
  }

  /// The bytes of the longest coordinate: fifteen digits before the point, two behind it, and a sign.
  @usableFromInline static var longestCoordinate: Int { 24 }

  /// A coordinate where there is room for the longest.
  @usableFromInline
  mutating func put(coordinate number: Double) {
    precondition(number.isFinite && abs(number) < 1e15, "a coordinate is a finite number")
    let scaled = abs(number) * 100
    // Rounded half up, which for what is not below zero is away from it.
    let whole = Int(scaled)
    let hundredths = UInt(whole) + (scaled - Double(whole) >= 0.5 ? 1 : 0)
    if number < 0, hundredths > 0 { put(UInt8(ascii: "-")) }
    put(digitsOf: hundredths / 100)
    let rest = hundredths % 100
    guard rest > 0 else { return }
    put(UInt8(ascii: "."))
    put(Self.digit(rest / 10))
    if rest % 10 > 0 { put(Self.digit(rest % 10)) }
  }

  /// A number as `Decimals.fixed` writes it, which has no special characters.
  mutating func write(_ number: Double, places: Int, grouping: String, minus: String) {
    // Most have neither a sign nor groups of digits.
    if number >= 0, number < 999, places <= 2 {
      let scale = places == 0 ? 1.0 : places == 1 ? 10 : 100
      return write(Int((number * scale).rounded(.toNearestOrAwayFromZero)), places: places, isFull: true)
    }
    Decimals.withFixed(number, places: places, grouping: grouping, minus: minus) { write(text: $0) }
  }
}
