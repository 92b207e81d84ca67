import Charts
import Testing

@Suite struct ScaleTests {
  /// Expected ticks by hand: steps of 1, 2 or 5 times a power of ten that cover the data.
  @Test(
    arguments: [
      (0.0, 55.0, 4, [0.0, 20, 40, 60]), (0, 55, 5, [0, 10, 20, 30, 40, 50, 60]),
      (0, 1, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]),
      (0, 0, 4, [0, 0.2, 0.4, 0.6, 0.8, 1]), (-3, 7, 4, [-4, -2, 0, 2, 4, 6, 8]), (0, 0.3, 3, [0, 0.1, 0.2, 0.3]),
      (0, 4e9, 4, [0, 1e9, 2e9, 3e9, 4e9]), (18, 18, 2, [16, 18, 20]),
    ] as [(Double, Double, Int, [Double])])
  func ticksAreRoundAndCover(lower: Double, upper: Double, count: Int, expected: [Double]) {
    #expect(Ticks(covering: lower, upper, about: count).values == expected)
  }

  /// Half a complaint is not a tick.
  @Test(arguments: [(1.0, [0.0, 1]), (2, [0, 1, 2]), (3, [0, 1, 2, 3])] as [(Double, [Double])])
  func countsHaveWholeTicks(upper: Double, expected: [Double]) {
    #expect(Ticks(covering: 0, upper, about: 5, atLeast: 1).values == expected)
  }

  @Test(arguments: UInt64(1)...200)
  func ticksAscendAndCoverWhatever(seed: UInt64) throws {
    var generator = Generator(seed: seed)
    let scales: [Double] = [1e-9, 1e-3, 1, 1e6, 1e18, 1e100]
    let scale = scales.randomElement(using: &generator) ?? 1
    let ends = [Double.random(in: -1...1, using: &generator), Double.random(in: -1...1, using: &generator)].sorted()
    let ticks = Ticks(covering: ends[0] * scale, ends[1] * scale, about: 4)
    #expect(ticks.values == ticks.values.sorted() && Set(ticks.values).count == ticks.values.count)
    #expect((2...12).contains(ticks.values.count), "seed \(seed): \(ticks.values)")
    #expect(ticks.lower <= ends[0] * scale * (1 + 1e-6) || ticks.lower <= ends[0] * scale)
    #expect(ticks.upper >= ends[1] * scale - abs(ticks.step) * 1e-6)
  }

  @Test func aScaleIsLinearAndStaysWithinItsRange() {
    let scale = LinearScale(0, 50, from: 200, to: 100)
    #expect([0, 25, 50, -10, 90].map { scale($0) } == [200, 150, 100, 200, 100])
    #expect(LinearScale(3, 3, from: 7, to: 90)(3) == 7)
  }

  @Test func bandsDivideTheirRoomEqually() {
    let bands = BandScale(4, from: 10, to: 90)
    #expect((0..<4).map { bands.centre($0) } == [20, 40, 60, 80])
    #expect(bands.bar(atMost: 32) == 12)
    #expect(BandScale(0, from: 0, to: 90).step == 90)
  }
}
