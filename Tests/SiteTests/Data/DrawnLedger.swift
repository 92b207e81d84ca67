/// A ledger drawn from a seed: 12 to 130 cases in 14 months.
func drawn(_ seed: UInt64, minimum: Int) throws -> SampleLedger {
  var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  func draw(_ limit: Int) -> Int {
    // Knuth's MMIX generator; the high bits are the good ones.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }
  func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  var files = ["site.yaml": "title: 看板\nprivacy: { minimum_cell: \(minimum) }\n"]
  var exposure = "period,product,shipped_lots,accepted_lots,shipped_units\n"
  for month in 0..<14 { exposure += "\(2025 + (month + 8) / 12)-\(two((month + 8) % 12 + 1)),,500,500,90000\n" }
  files["exposure/a.csv"] = exposure
  let leaves = ["q/a", "q/b", "q/c", "d/a", "d/b", "s/a"]
  for number in 0..<(12 + draw(120)) {
    let month = draw(14)
    let (year, name) = (2025 + (month + 8) / 12, two((month + 8) % 12 + 1))
    var lines = "received: \(year)-\(name)-\(two(draw(9) + 1)) 09:00\ncategory: \(leaves[min(draw(6), draw(6))])\n"
    lines += "channel: \(["phone", "email", "web"][min(draw(3), draw(3))])\n"
    lines += "validity: \(draw(8) == 0 ? "invalid" : "valid")\nowner: 张三\ncustomer: 甲公司\ndepartments: [品管]\n"
    lines += "product: { part_no: P\(draw(3)), lots: \(draw(2) + 1), defective: \(draw(4)) }\n"
    if draw(10) > 0 { lines += "due: \(year)-\(name)-20\n" }
    if draw(4) > 0 {
      lines +=
        "status: closed\nclosed: \(year)-\(name)-\(two(draw(14) + 12)) 10:00\ncosts: { travel: \(draw(3) * 50) }\n"
      if draw(2) == 0 { lines += "satisfaction: \(draw(5) + 1)\n" }
    } else {
      lines += "status: pending\n"
    }
    files["cases/c\(number).md"] = sampleCase("c\(number)", lines)
  }
  return try SampleLedger(files)
}
