import Hypertext
import Testing

@testable import Narrative

/// What is read without cmark gives what cmark gives.
@Suite struct PlainNarrativeTests {
  private func plain(_ source: String, _ options: NarrativeOptions = .init()) -> String? {
    var source = source
    return source.withUTF8 { bytes in
      PlainNarrative(bytes).map { narrative in
        var markup = Markup()
        narrative.append(to: &markup, options)
        return markup.string
      }
    }
  }

  private func asParsed(_ source: String, _ options: NarrativeOptions = .init()) -> String {
    var source = source
    return source.withUTF8 { parsed($0, options).string }
  }

  @Test(arguments: [
    "", "\n", "一段。", "一段，\n两行。\n", "一段。\n\n\n又一段。", "## 发现\n\n主板鼓起。\n## 源头\n滤芯", "段落\n# 标题",
    "3 月 12 日\n2026-08-11，10:30", "a | b", "x - y, 5 > 3 \"q\" 'q' ~ ! # =", "（一）：好",
    "| 处所 | 片数 |\n| --- | ---: |\n| 客户仓 | 193 |\n| 在途 | |\n\n完", "|a|b|\n|:-:|:--|", "## 表\n| a |\n|-|\n| 1. - # |",
  ])
  func readsPlainTextHeadingsAndTables(source: String) {
    #expect(plain(source) == asParsed(source))
  }

  @Test(arguments: [
    " 一", "一 \n二", "a\tb", "a\r\nb", "\u{FEFF}一", "*a*", "a_b", "`a`", "[a](b)", "a]", "<b>", "a &amp; b", "a\\b",
    "- a", "+ a", "一\n---", "一\n===", "1. a", "12) a", "> a", "~~~\na", "#a", "#  a", "####### a", "# a #", "# ",
    "| a |", "a\n| b |\n| - |", "| a |\n| - |\nb", "| a | b |\n| - |", "| a |\n| - |\n| b | c |", "| a\n| -", "a\n:-",
    "| a |\n| b |", "a\0b",
  ])
  func leavesAllElseToCmark(source: String) {
    #expect(plain(source) == nil)
  }

  @Test func agreesWithCmarkOnAnythingThatItReads() {
    let parts = [
      "一", "段落 ", "a", "12", "1.", ".", "|", "| ", " |", "-", "---", ":", "#", "## ", "\n", "\n\n", " ", "  ", ">", "=",
      "+", "~",
      "!", "| a | 一 |\n", "| - | -: |\n", "|-|\n", "\u{A0}", "\"", "，",
    ]
    // Source: D. E. Knuth, The Art of Computer Programming, vol. 2, 3.3.4, line 26.
    var state: UInt64 = 1
    var read = 0
    for _ in 0..<60_000 {
      var source = ""
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 33) % 12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        source += parts[Int((state >> 33) % UInt64(parts.count))]
      }
      guard let plain = plain(source) else { continue }
      read += 1
      #expect(plain == asParsed(source), "\(source.debugDescription)")
    }
    #expect(read > 5_000)
  }

  @Test func headingsAndTablesAreAsTheOptionsSay() {
    var options = NarrativeOptions()
    (options.headingBase, options.tableClass) = (2, "d")
    let source = "##### a\n\n| b |\n| - |\n| c |"
    #expect(plain(source, options) == asParsed(source, options))
  }

  @Test(arguments: ["号码 13800138000\n完", "## 13800138000", "| 号 |\n| - |\n| 13800138000 |\n| 一 |"])
  func aFilterSeesEachTextWhole(source: String) {
    var options = NarrativeOptions()
    options.text = { String($0.map { $0 == "8" ? "*" : $0 }) }
    options.mayChange = { $0.contains(UInt8(ascii: "8")) }
    #expect(plain(source, options) == asParsed(source, options))
    #expect(plain(source, options)?.contains("8") == false)
  }
}
