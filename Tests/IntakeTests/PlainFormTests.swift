import Complaints
import Foundation
import Testing

@testable import Intake

/// What is read without libyaml is read as libyaml reads it, or not at all.
@Suite struct PlainFormTests {
  /// Both tapes as text: kind, place and text of every node, and where collections end.
  private func described(_ tape: borrowing Tape) -> [String] {
    tape.withView { view in
      view.nodes.indices.map { place in
        let node = view.nodes[place]
        let text = view.isScalar(place) ? "'\(view.string(place))'" : "to \(view.next(after: place))"
        return "\(node.kind) \(node.mark.line):\(node.mark.column) \(text)"
      }
    }
  }

  /// Whether the plain form understood a document; what it understood must be what libyaml says.
  @discardableResult
  private func agrees(_ yaml: [UInt8], trims: Bool = true) -> Bool {
    yaml.withUnsafeBufferPointer { bytes in
      guard let plain = PlainForm.tape(bytes, firstLine: 2, trimsValues: trims) else { return false }
      var faults: [Fault] = []
      do throws(Fault) {
        let whole = try readTapeByLibYAML(bytes, firstLine: 2, trimmed: trims, noting: &faults)
        let (one, other) = (described(plain), described(whole))
        if one != other || !faults.isEmpty {
          Issue.record("\(String(decoding: bytes, as: UTF8.self))\n\(zip(one, other).first { $0 != $1 } ?? ("", ""))")
        }
      } catch {
        Issue.record("libyaml refuses at \(error.mark): \(String(decoding: bytes, as: UTF8.self))")
      }
      return true
    }
  }

  @Test(arguments: [
    "id: a\ntitle: 电源 异响  \n", "customer:\n  name: 远航\n\n  # a note\n  phone: 138\nstatus: closed\n",
    "events:\n  - stage: closed\n    at: 2026-10-12 09:30\n  - stage: reopened\n", "tags:\n- a\n- b\nmood: no\n",
    "id: \"0123: # x\"\nmood: 'it is'\n", "mood: |\n  一\n\n    二 # x\n  三: y\n\nid: a\n", "mood:\nid:\n",
    "events:\n  - { stage: closed, at: 2026-10-12 09:30, departments: [制造部, { name: 质管部, share: 60% }] }\n",
    "a: []\nb: {}\nc: ~\n", "- 1\n", "mood: 12:30\nplace: a#b\n", "tags:\n  -   a\n  -   b: c\n      d: e\n",
    "  id: a\n", "a:\n  b:\n    c:\n    - d: |\n        e\n      f: g\n",
  ])
  func plainDocumentsAreReadAsLibYAMLReadsThem(yaml: String) {
    let isPlain = agrees(Array(yaml.utf8)) && agrees(Array(yaml.utf8), trims: false)
    #expect(isPlain == (!yaml.hasPrefix("-") && !yaml.hasPrefix(" ")))
  }

  @Test(arguments: [
    "a: b: c\n", "a: b #c\n", "a: b\n  c\n", "a: &x b\n", "a: *x\n", "a: !x b\n", "? a\n", "a: >\n  b\n",
    "a: |-\n  b\n",
    "a: \"b\\n\"\n", "a: 'b''c'\n", "a: [b\n  ]\n", "a: {b}\n", "a: [b: c]\n", "a: [b,]\n", "a: {b:c}\n", "a : b\n",
    "\"a\": b\n", "a: -\n", "a:\tb\n", "a: b\r\n", "a:\n - b\n  - c\n", "a:\n  b: c\n d: e\n",
    "a: |\n b\n  c\n d\ne:\n  - f\n g: h\n",
    "a: |\n\n  b\n", "a: b\n- c\n", "a: %\n", "a: @b\n", "a: - b\n", "a: [b]c\n", "a: \"b\"c\n", "#\n", "", "a: [b?]\n",
  ])
  func whateverIsNotPlainIsAskedOfLibYAML(yaml: String) { #expect(!agrees(Array(yaml.utf8))) }

  @Test func theSampleIsPlain() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let root = "/\(folder)/content/cases"
    let names = try #require(FileManager.default.enumerator(atPath: root)).compactMap { $0 as? String }
    var plain = 0
    for name in names where name.hasSuffix(".md") {
      let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(name)")))
      let yaml = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropFirst()
        .prefix { $0 != Array("---".utf8)[...] }
      if agrees(Array(yaml.joined(separator: [0x0A])) + [0x0A]) { plain += 1 }
    }
    #expect(plain * 10 > names.count { $0.hasSuffix(".md") } * 9)
  }

  @Test func noMutationTellsThemApart() {
    var random = FuzzTests.Seeded(state: 20_261_122)
    let fuzz = FuzzTests()
    let flow =
      "a: { b: [c, d: e], f: 'g' }\nh:\n  - { i: j, k: 12:30 }\n  - l: m\n    n: \"o\"\nmood: |\n  一\n   二\n\n  三\n"
    var plain = 0
    let lines =
      "编号: \"26-1\"\n客户:\n  姓名: 远航 (一)\n  电话: 138\n\n# note\n记录:\n  - 阶段: a\n    时间: 2026/7/19 21:22\n  - 阶段: b\n"
    let nested = "a: b\nc:\n- d\n- e: f\n  g:\n  - h\n"
    for original in [CaseReadingTests.english, CaseReadingTests.chinese, flow, lines, lines + nested, nested] {
      for round in 0..<4_000 {
        var yaml = fuzz.mutated(Array((original + "\n").utf8), &random)
        if round % 2 == 0 { yaml = moved(yaml, &random) }
        // Only what a look at all bytes lets pass comes this far.
        let isText = yaml.withUnsafeBufferPointer { bytes in
          do throws(Fault) {
            let check = try checkText(bytes)
            try check.checkYAML(before: bytes.count, in: bytes)
            return check.start == 0
          } catch {
            return false
          }
        }
        if isText, agrees(yaml, trims: round % 3 > 0) { plain += 1 }
      }
    }
    #expect(plain > 1_000)
  }

  /// The document with a line moved, cut, doubled or indented anew.
  private func moved(_ yaml: [UInt8], _ random: inout FuzzTests.Seeded) -> [UInt8] {
    var lines = yaml.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    let (one, other) = (
      lines.indices.randomElement(using: &random) ?? 0, lines.indices.randomElement(using: &random) ?? 0
    )
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.swapAt(one, other)
    case 1: lines.insert(lines[one], at: other)
    case 2: lines[one].insert(contentsOf: [UInt8](repeating: 0x20, count: Int.random(in: 1...3, using: &random)), at: 0)
    default: lines[one] = Array(lines[one].drop { $0 == 0x20 })
    }
    return Array(lines.joined(separator: [0x0A]))
  }
}
