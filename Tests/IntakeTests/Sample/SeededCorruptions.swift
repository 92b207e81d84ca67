/// Slips of the finger anywhere in the case files, chosen by a seed: the same on every machine.
func seededCorruptions(of texts: [String: String], count: Int, seed: UInt64) -> [Corruption] {
  var dice = SplitMix(state: seed)
  let slips = Slip.all.map { slip in (slip, slip.places(in: texts)) }.filter { !$0.1.isEmpty }
  var found: [Corruption] = []
  var taken: Set<String> = []
  while found.count < count, taken.count < 10_000 {
    let (slip, places) = slips[found.count % slips.count]
    let place = places[dice.below(places.count)]
    guard taken.insert("\(place.file) \(place.line)").inserted else { continue }
    found.append(Corruption(slip.code, place.file, "\n\(place.line)\n", "\n\(slip.spoil(place.line))\n"))
  }
  return found
}

/// One kind of mistake that people make when they type a line.
private struct Slip {
  let code: String
  /// What the line begins with, and what the rest is made of.
  let start: String
  let fits: @Sendable (Substring) -> Bool
  /// The rest of the line as it is then written, with the place of the diagnostic.
  let change: @Sendable (String, Substring) -> String

  func spoil(_ line: String) -> String { change(start, line.dropFirst(start.count)) }

  /// The lines that begin so and that their file has once, in order of path.
  func places(in texts: [String: String]) -> [(file: String, line: String)] {
    texts.keys.filter { $0.hasPrefix("cases/") }.sorted().flatMap { file -> [(file: String, line: String)] in
      let matter = (texts[file] ?? "").components(of: "\n---\n")
      let lines = matter.split(separator: "\n").map(String.init)
      return lines.filter { line in
        line.hasPrefix(start) && fits(line.dropFirst(start.count)) && lines.count { $0 == line } == 1
      }.map { (file, $0) }
    }
  }

  static let all = [
    Slip(code: "date.invalid", start: "    at: ", fits: isDate) { start, rest in
      start + "▲" + rest.prefix(5) + "13" + rest.dropFirst(7)
    },
    Slip(code: "value.unknown", start: "channel: ", fits: { _ in true }) { start, rest in start + "▲" + rest + "x" },
    Slip(code: "number.invalid", start: "  shipped: ", fits: isNumber) { start, rest in start + "▲-" + rest },
    Slip(code: "key.unknown", start: "place: ", fits: { _ in true }) { _, rest in "▲plaace: " + rest },
    Slip(code: "yesno.invalid", start: "    reached: ", fits: { _ in true }) { start, rest in start + "▲" + rest + "?"
    },
    Slip(code: "money.rounded", start: "  freight: ", fits: isNumber) { start, rest in start + "▲" + rest + ".004" },
    Slip(code: "status.times", start: "status: ", fits: { $0 == "closed" }) { start, _ in start + "▲resolved" },
    Slip(code: "key.unknown", start: "impact: ", fits: { _ in true }) { _, rest in "▲imapct: " + rest },
    Slip(code: "value.unknown", start: "severity: ", fits: { $0 != "critical" }) { start, rest in
      start + "▲" + rest + "r"
    },
    Slip(code: "date.invalid", start: "occurred: ", fits: isDate) { start, rest in start + "▲0" + rest },
    Slip(code: "key.unknown", start: "mood: ", fits: { _ in true }) { _, rest in "▲moood: " + rest },
    Slip(code: "number.invalid", start: "    quantity: ", fits: isNumber) { start, rest in start + "▲" + rest + "台" },
  ]

  private static let isDate: @Sendable (Substring) -> Bool = {
    $0.prefix(5).hasPrefix("202") && $0.dropFirst(4).first == "-"
  }
  private static let isNumber: @Sendable (Substring) -> Bool = { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
}

extension String {
  /// What stands before a separator; all of it where there is none.
  fileprivate func components(of separator: String) -> Substring {
    firstRange(of: separator).map { self[..<$0.lowerBound] } ?? self[...]
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((bits ^ (bits >> 31)) % UInt64(bound))
  }
}
