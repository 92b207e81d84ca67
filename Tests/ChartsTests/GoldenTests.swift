import Charts
import Foundation
import Hypertext
import Testing

/// Drawings kept beside the tests, so that a change of any of them is seen in review.
///
/// `CHARTS_RECORD=1 swift test --filter GoldenTests` writes them anew; `CHARTS_GALLERY=<file.html>` writes one page with all samples, to look at.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens")
  static let environment = ProcessInfo.processInfo.environment

  @Test(arguments: Samples.all.indices)
  func drawsAsRecorded(index: Int) throws {
    let (chart, width) = Samples.all[index]
    try compare(chart.svg(width: width), chart.name.id + "-w")
    try compare(chart.svg(width: 358), chart.name.id + "-n")
  }

  @Test func drawsSmallOnesAsRecorded() throws {
    try compare(Samples.multiple.svg(), "small-multiple")
    try compare(Samples.sparks[1].svg(), "sparkline")
    try compare(Samples.gauges[0].svg(width: 152), "inline-bar")
  }

  private func compare(_ svg: Markup, _ name: String) throws {
    // One element a line, so that a difference is a line.
    let text = svg.string.replacingOccurrences(of: "><", with: ">\n<") + "\n"
    let file = Self.folder.appending(path: name + ".svg")
    if Self.environment["CHARTS_RECORD"] != nil {
      try FileManager.default.createDirectory(at: Self.folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name).svg")
  }

  @Test(.enabled(if: environment["CHARTS_GALLERY"] != nil))
  func writesTheGallery() throws {
    let file = URL(filePath: try #require(Self.environment["CHARTS_GALLERY"]))
    var page = Markup()
    page.element("html", [Attribute("lang", "zh-CN")]) { html in
      html.element("head") { head in
        head.void("meta", [Attribute("charset", "utf-8")])
        head.void("meta", [Attribute("name", "viewport"), Attribute("content", "width=device-width")])
        head.void("link", [Attribute("rel", "stylesheet"), Attribute("href", "gallery.css")])
      }
      html.element("body") { body in
        for (chart, width) in Samples.all { body.append(figure(chart, width)) }
        for chart in Samples.extremes { body.append(figure(chart, 592)) }
        body.element("div", [Attribute("class", "row")]) { row in
          for small in [Samples.multiple, Samples.improved] { row.append(small.svg()) }
          for spark in Samples.sparks { row.append(spark.svg()) }
          for gauge in Samples.gauges { row.append(gauge.svg(width: 152)) }
        }
      }
    }
    try Data(page.bytes).write(to: file)
  }

  private func figure(_ chart: some Chart, _ width: Double) -> Markup {
    ChartFigure(
      chart, number: "图", method: "单位、期间、方法", summary: "数据",
      key: [
        KeyItem(.status(.late), "超期"), KeyItem(.status(.near), "临期"), KeyItem(.tick, "上月"), KeyItem(.overrun, "超出期限"),
      ],
      width: width
    ).markup()
  }
}
