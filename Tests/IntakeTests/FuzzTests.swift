import Complaints
import Testing

@testable import Intake

/// Whatever bytes a file holds, reading it ends in a case or in an error, and never in a crash.
@Suite struct FuzzTests {
  /// A small generator with a seed, so that a failure comes again (Steele, Lea and Flood, SplitMix, 2014).
  struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// What breaks readers most often.
  static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xEF, 0xBB, 0xBF], [0x0D], Array("---\n".utf8), Array(": ".utf8), Array("[".utf8), Array("}".utf8),
    Array("&a".utf8), Array("*a".utf8), Array("!!x".utf8), Array("\"".utf8), Array("'".utf8), Array("|\n".utf8),
    Array("\t".utf8), Array("2026-13-45".utf8), Array("99999999999999999999".utf8), Array("\u{200B}".utf8),
    Array("\u{2028}".utf8), Array("? ".utf8), Array("- ".utf8), Array("%".utf8), Array("#".utf8),
  ]

  func mutated(_ bytes: [UInt8], _ random: inout Seeded) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &random)))
      case 2: bytes.insert(contentsOf: Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)], at: place)
      default: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
      }
    }
    return bytes
  }

  @Test func aFileIsReadOrInError() {
    var random = Seeded(state: 20_261_012)
    let context = ReadingContext(settings: settings(CaseReadingTests.site), processes: ["returns"])
    for original in [CaseReadingTests.english, CaseReadingTests.chinese] {
      let valid = Array("---\n\(original)\n---\n叙述\n".utf8)
      for round in 0..<1_500 {
        let outcome = readCase(mutated(valid, &random), path: "a.md", context: context)
        let hasError = outcome.diagnostics.contains { $0.severity == .error }
        #expect(hasError == (outcome.file == nil), "round \(round)")
        #expect(
          outcome.diagnostics.allSatisfy {
            $0.place.line >= 1 && $0.place.column >= 1 && !$0.description.contains("\n")
          })
      }
    }
  }

  @Test func settingsAndTablesAreReadOrInError() {
    var random = Seeded(state: 7)
    let site = Array(SettingsReadingTests.example.utf8)
    let table = Array((TableReadingTests.header + "2026-10,\"a\"\"b\",1,1,\"1,000\"\r\n2026-11,电源,,,\n").utf8)
    for _ in 0..<300 {
      let found = readSettings(mutated(site, &random), path: "site.yaml")
      #expect(found.diagnostics.allSatisfy { !$0.description.contains("\n") })
    }
    for _ in 0..<1_000 {
      _ = readExposure(mutated(table, &random), path: "e.csv", settings: Settings(title: "", zone: utc))
    }
  }
}
