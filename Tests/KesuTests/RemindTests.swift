import Foundation
import Testing

/// `kesu remind`: the slips of a day on standard output.
struct RemindTests {
  private static let site = """
    title: 看板
    as_of: 2026-10-31
    vocabularies:
      department: [{ code: quality, label: 质管部 }, { code: sales, label: 业务部 }]
    limits:
      - { name: 国内结案, limit: 13d }
      - { name: 围堵, stage: contained, department: 质管部, limit: 3d }
    forms: { expedite: { number: Q4-GM-007, edition: A/0 } }

    """

  private static let cases = [
    "cases/a.md": caseText(
      "261001", title: "电源|异响", received: "2026-10-01 09:30",
      """
      open_reason: 等样品
      events:
        - { stage: registered, at: 2026-10-02 08:00, department: 业务部 }
        - { stage: expedited, at: 2026-10-20 10:00 }

      """),
    "cases/b.md": caseText(
      "261002", title: "外壳划伤", received: "2026-10-02 09:00",
      """
      status: closed
      events:
        - { stage: contained, at: 2026-10-07 01:30, department: quality }
        - { stage: closed, at: 2026-10-08 16:00 }

      """),
    "cases/c.md": caseText("261003", title: "保密的事", received: "2026-10-03", "private: yes\n"),
  ]

  private func remind(_ arguments: String..., files: [String: String] = [:]) throws -> Outcome {
    let workplace = try Workplace(
      ["site.yaml": Self.site].merging(Self.cases) { $1 }.merging(files) { $1 })
    return try kesu(["remind"] + arguments, in: workplace.path)
  }

  @Test func textIsGroupedByDepartment() throws {
    let outcome = try remind()
    #expect(outcome.code == 0)
    #expect(outcome.errors == account(found: 3, published: 3) + "\n")
    #expect(
      outcome.output == """
        催办单与洽办单（截至 2026-10-31）

        催办单（表号 Q4-GM-007 A/0）：2 份，涉及 2 件

        【质管部】
          261001 电源|异响
            受理 2026-10-01 09:30，限期 2026-10-14（国内结案），逾期 17 天
            现在步骤：登记（2026-10-02 08:00，业务部）
            请办事项：请完成围堵（围堵，限 2026-10-04，逾期 27 天）
            未结案原因：等样品
            此前已催办 1 次，最近一次 2026-10-20 10:00
          261003 （保密）
            受理 2026-10-03，限期 2026-10-16（国内结案），逾期 15 天
            现在步骤：没有记录
            请办事项：请完成围堵（围堵，限 2026-10-06，逾期 25 天）

        洽办单：1 份，涉及 1 件

        【质管部】
          261002 外壳划伤
            结案 2026-10-08 16:00
            围堵（围堵）：限 2026-10-05，实际 2026-10-07 01:30，超出 1 天 1 小时
            请追查逾期原因并答复。

        """)
  }

  @Test func markdownIsATableForEachDepartment() throws {
    let outcome = try remind("--format", "markdown", "--closed-since", "2026-10-09")
    #expect(outcome.code == 0)
    let lines = outcome.outputLines.map(String.init)
    #expect(lines.contains("### 质管部"))
    #expect(
      lines.contains(
        "| 261001 | 电源\\|异响 | 2026-10-01 09:30 | 2026-10-14（国内结案） | 逾期 17 天 | 登记（2026-10-02 08:00，业务部） | 请完成围堵（围堵，限 2026-10-04，逾期 27 天） |  |"
      ))
    #expect(lines.last == "没有超过部门期限的已结案件，不需开立洽办单。")
  }

  @Test func jsonIsOneDocument() throws {
    let outcome = try remind("--format", "json", "--as-of", "2026-10-15")
    #expect(
      outcome.output == """
        {"as_of":"2026-10-15","expedite":[{"id":"261001","title":"电源|异响","received":"2026-10-01T09:30:00","appeal_of":null,\
        "department":"quality","owner":null,"due":"2026-10-14T23:59:59","limit":"国内结案","days_late":1,\
        "step":{"stage":"registered","at":"2026-10-02T08:00:00","department":"sales"},\
        "awaited":[{"limit":"围堵","stages":["contained"],"departments":["quality"],"start":"2026-10-01T09:30:00",\
        "due":"2026-10-04T23:59:59","days_late":11}],"open_reason":"等样品","urged":[]}],\
        "inquiry":[{"id":"261002","title":"外壳划伤","received":"2026-10-02T09:00:00","appeal_of":null,"department":"quality",\
        "closed":"2026-10-08T16:00:00","overruns":[{"limit":"围堵","stages":["contained"],"departments":["quality"],\
        "start":"2026-10-02T09:00:00","due":"2026-10-05T23:59:59","done":"2026-10-07T01:30:00",\
        "days_late":1.062511574074074}]}]}

        """)
  }

  @Test func aDayWithoutSlipsSaysSo() throws {
    let outcome = try remind("--as-of", "2026-10-05")
    #expect(outcome.output.contains("没有超过期限的未结案件，不需开立催办单。"))
    #expect(outcome.output.contains("没有超过部门期限的已结案件，不需开立洽办单。"))
  }

  @Test func anEnglishSiteHasEnglishSlips() throws {
    let outcome = try remind(files: ["site.yaml": Self.site + "language: en\n"])
    #expect(outcome.outputLines.first == "Expediting and inquiry slips as of 2026-10-31")
    #expect(outcome.output.contains("    received 2026-10-01 09:30, due 2026-10-14 (国内结案), 17 days late\n"))
  }

  /// A case in error gets no slip, and the rest does; without the rules no slip could be trusted.
  @Test func errorsAreNamedAndTold() throws {
    let broken = try remind("--format", "json", files: ["cases/d.md": caseText("261004", received: "x")])
    #expect(broken.code == 1)
    #expect(broken.output.hasPrefix("{\"as_of\""))
    #expect(broken.errors.contains("content/cases/d.md:4:11: error: "))
    let unruly = try remind(files: ["site.yaml": Self.site + "approval: [{ up_to: x }]\n"])
    #expect(unruly.code == 1 && unruly.output.isEmpty && unruly.errors.contains("content/site.yaml:"))
    #expect(try remind("--format", "pdf").code == 64)
    #expect(try remind("--closed-since", "2026-13-01").code == 64)
    #expect(try remind("--content", "nowhere").code == 74)
  }
}
