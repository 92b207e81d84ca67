import Complaints
import Testing

@testable import Intake

@Suite struct TableReadingTests {
  static let header = "period,product,shipped_lots,accepted_lots,shipped_units\n"

  @Test(arguments: [
    ("", ["1:1: error: the file is empty; its first line must name the columns [csv.empty]"]),
    (header + "2026-10,\"a,1,1,1\n", ["2:9: error: a quoted cell has no end; close it with '\"' [csv.quote]"]),
    (
      header + "2026-10,a\"b,1,1,1\n",
      ["2:10: error: a '\"' in the middle of a cell; quote the whole cell and double the quotes within [csv.quote]"]
    ),
    (
      header + "2026-10,\"a\"b,1,1,1\n",
      ["2:12: error: a '\"' in the middle of a cell; quote the whole cell and double the quotes within [csv.quote]"]
    ),
    (header + "2026-10,a,1,1\n", ["2:1: error: the row has 4 cells; the header has 5 [csv.cells]"]),
    (header + "2026-10,a,1,1,1,1\n", ["2:1: error: the row has 6 cells; the header has 5 [csv.cells]"]),
    (
      "period,product,shipped_lots,accepted_lots,shipped_units,period\n",
      ["1:57: error: the column 'period' stands twice; keep one of them [csv.header]"]
    ),
    (
      "period,product,shipped_lots,accepted_lots,shiped_units\n",
      [
        "1:43: error: unknown column 'shiped_units'; did you mean 'shipped_units'? [csv.header]",
        "1:1: error: the column 'shipped_units' is missing; add it to the header [csv.header]",
      ]
    ),
    (header + "2026-13,a,1,1,1\n", ["2:1: error: '2026-13' is not a month; write it like 2026-10 [csv.period]"]),
    (header + "2026-W42,a,1,1,1\n", ["2:1: error: '2026-W42' is not a month; write it like 2026-10 [csv.period]"]),
    (header + ",a,1,1,1\n", ["2:1: error: the cell of 'period' is empty; fill it [csv.missing]"]),
    (
      header + "2026-10,电源,x,1,1\n",
      [
        "2:12: error: shipped_lots: 'x' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]"
      ]
    ),
    (
      header + "2026-10,a,-1,1,1\n",
      ["2:11: error: shipped_lots: '-1' is negative; it must be 0 or more [number.invalid]"]
    ),
    (header + "2026-10,a\u{0},1,1,1\n", ["2:10: error: control character U+0000; delete it [file.control]"]),
  ])
  func eachMistakeHasItsWordsAndPlace(text: String, expected: [String]) {
    let (_, diagnostics) = readExposure(Array(text.utf8), path: "e.csv", settings: settings())
    #expect(diagnostics.map(\.description) == expected.map { "e.csv:" + $0 })
  }

  @Test func rowsAreRead() throws {
    let text =
      "\u{FEFF}period,product,shipped_lots,accepted_lots,shipped_units,customers\r\n"
      + "2026-09,\"适配器 \"\"A\"\", 12V\",\"1,200\",1190,500000,\r\n\r\n2026-09,P-2,0,,１２,3"
    let (rows, diagnostics) = readExposure(Array(text.utf8), path: "e.csv", settings: settings())
    #expect(diagnostics.map(\.description) == [])
    #expect(rows.map(\.product) == ["适配器 \"A\", 12V", "P-2"])
    #expect(rows.map(\.shippedLots) == [1_200, 0])
    #expect(rows.map(\.acceptedLots) == [1_190, nil])
    #expect(rows.map(\.shippedUnits) == [500_000, 12])
    #expect(rows.map(\.customers) == [nil, 3])
    #expect(rows.map(\.place.line) == [2, 4])
  }

  @Test(arguments: [
    (
      "2026-10,a,1,1,1\n2026-10,a,2,2,2\n",
      [
        "e.csv:2:1: error: 2026-10 has a second row for 'a', at e.csv:3:1; keep one [exposure.contradiction]",
        "e.csv:3:1: error: 2026-10 has a second row for 'a', at e.csv:2:1; keep one [exposure.contradiction]",
      ]
    ),
    (
      "2026-10,,1,1,1\n2026-10,,2,2,2\n",
      [
        "e.csv:2:1: error: 2026-10 has a second row for all products, at e.csv:3:1; keep one [exposure.contradiction]",
        "e.csv:3:1: error: 2026-10 has a second row for all products, at e.csv:2:1; keep one [exposure.contradiction]",
      ]
    ),
    (
      "2026-10,,1,1,1\n2026-10,a,2,2,2\n",
      [
        "e.csv:2:1: error: 2026-10 has rows for all products and for single ones, such as e.csv:3:1; keep one kind [exposure.contradiction]",
        "e.csv:3:1: error: 2026-10 has rows for all products and for single ones, such as e.csv:2:1; keep one kind [exposure.contradiction]",
      ]
    ),
    ("2026-10,,1,1,1\n2026-11,a,2,2,2\n2026-11,b,2,2,2\n", []),
  ])
  func contradictionsAreNamedAtBothRows(rows: String, expected: [String]) {
    let (read, _) = readExposure(Array((Self.header + rows).utf8), path: "e.csv", settings: settings())
    #expect(contradictions(in: read).sorted().map(\.description) == expected)
  }

  @Test func aDashInATallyIsNothing() {
    let text = "date,category,count,status,result,channel,business,branch,product\n2026-10-12,a,3,进行中,-,—,－,–,-\n"
    let (rows, diagnostics) = readTallies(Array(text.utf8), path: "t.csv", settings: settings())
    #expect(diagnostics == [])
    let row = rows.first
    #expect(row?.status == "in_progress" && row?.result == nil && row?.channel == nil && row?.business == nil)
    #expect(row?.branch == nil && row?.product == nil)
  }

  @Test func talliesAreRead() throws {
    let text =
      "date,category,count,status,result,channel\n2026-10-12,理赔,12,已处理,部分解决,来电\n2026/10/13,理赔,x,done,,\n,,,,,\n"
    let (rows, diagnostics) = readTallies(Array(text.utf8), path: "t.csv", settings: settings())
    #expect(rows.count == 1)
    #expect(rows.first?.status == "resolved" && rows.first?.result == "partly" && rows.first?.channel == "phone")
    #expect(
      diagnostics.map(\.description) == [
        "t.csv:3:15: error: count: 'x' is not a number; write it in digits, without a unit, like 1200 or 1,200.50 [number.invalid]",
        "t.csv:3:17: error: unknown status 'done'; write pending, in_progress, resolved, closed or void [value.unknown]",
        "t.csv:4:1: error: the cell of 'date' is empty; fill it [csv.missing]",
        "t.csv:4:1: error: the cell of 'category' is empty; fill it [csv.missing]",
        "t.csv:4:1: error: the cell of 'count' is empty; fill it [csv.missing]",
      ])
  }
}
