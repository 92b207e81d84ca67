import Complaints
import Testing

@testable import Site

/// What a card keeps from those who may not see it, by the list of audiences in the ledger's documentation.
@Suite struct CardAudienceTests {
  private static let open = """
    ---
    id: "261001"
    title: 电源异响，请回电13812345678
    received: 2026-10-12 09:30
    description: 住户3-1202来电，邮箱chen@example.cn
    customer: { name: 远航, contact: 陈先生, phone: 13812345678, email: chen@example.cn, address: 广东省深圳市科苑路1号, unit: 3-1202, 微信: 13812345678 }
    product: [{ name: 适配器, lot: "13912345678", 手机: 13812345678 }, { name: 插头, 手机: 13812345678 }]
    events:
      - { stage: responded, at: 2026-10-12 11:00, note: 已回13812345678, 座机: 13812345678 }
    corrective: [{ action: 上门至广东省深圳市科苑路1号 }]
    root_cause: { occurrence: chen@example.cn 所述属实 }
    costs: { travel: 20, 垫付: 13812345678 }
    departments: [{ name: 制造部, share: 100, person: 孙, 手机: 13812345678 }]
    暗号: 13812345678
    attachments:
      - { file: a.pdf, kind: 8D报告, note: 第一版 }
      - { file: 合同.pdf, kind: 合同, note: 底价, private: yes }
      - { file: 丢失.pdf, kind: 照片 }
    ---
    客户电话 138-1234-5678，住 3-1202，广东省深圳市科苑路1号。
    """
  private static let secret = """
    ---
    id: "261002"
    title: 隐秘主题
    received: 2026-10-13
    private: yes
    description: 隐秘内容
    customer: 隐秘客户
    attachments: [隐秘.pdf]
    ---
    隐秘叙述
    """

  private func edition(_ audience: Audience) throws -> Edition {
    try SampleLedger([
      "cases/a.md": Self.open, "cases/b.md": Self.secret, "attachments/a.pdf": "%PDF", "attachments/合同.pdf": "%PDF",
      "attachments/隐秘.pdf": "%PDF",
      "site.yaml": """
      title: 看板
      forms: { card: { number: Q4-QC-029, edition: A/0, copies: [质管, 制造], signatures: [制表, 核准] } }
      """,
    ]).edition(audience)
  }

  private func card(_ audience: Audience) throws -> String {
    try #require(pages(of: edition(audience)).first { $0.path.text == "cases/2026-10/261001.html" }).html
  }

  @Test(arguments: ["13812345678", "138-1234-5678", "chen@example.cn", "科苑路", "3-1202"])
  func managementReadsNoWayToReachACustomer(hidden: String) throws {
    #expect(try !card(.management).contains(hidden))
    #expect(try card(.team).contains(hidden))
  }

  @Test(arguments: [
    "138****5678", "c***@example.cn", "广东省深圳市***", "住户***来电", "遮盖（masked）", "13912345678", "陈先生",
  ])
  func managementReadsWhatIsLeft(shown: String) throws {
    #expect(try card(.management).contains(shown))
  }

  @Test func aPrivateCaseHasACardForTheTeamAlone() throws {
    let path = "cases/2026-10/261002.html"
    #expect(try pages(of: edition(.team)).contains { $0.path.text == path })
    for audience in [Audience.management, .public] {
      let edition = try edition(audience)
      #expect(!pages(of: edition).contains { $0.path.text == path })
      for page in pages(of: edition) { #expect(try !page.html.contains("隐秘"), "\(page.path.text)") }
      #expect(!copiedFiles(of: edition, assets: [], content: "c").contains { $0.path.text.contains("隐秘") })
    }
  }

  @Test func thePublicHasNoCards() throws {
    #expect(try !pages(of: edition(.public)).contains { $0.path.text.hasPrefix("cases/") })
  }

  @Test func aPrivateAttachmentIsNeitherNamedNorPublishedOutsideTheTeam() throws {
    let (team, management) = (try card(.team), try card(.management))
    #expect(team.contains(#"href="../../attachments/合同.pdf""#) && team.contains("底价"))
    #expect(!management.contains("合同") && !management.contains("底价") && management.contains("保密附件"))
    let published = try copiedFiles(of: edition(.management), assets: [], content: "c").map(\.path.text)
    #expect(published == ["attachments/a.pdf"])
  }

  @Test func anAttachmentShowsItsKindItsNoteItsSizeAndWhetherItIsMissing() throws {
    let facts = CardFacts(html: try card(.team))
    #expect(facts.values(under: "文件") == ["a.pdf", "合同.pdf", "丢失.pdf 文件缺失"])
    #expect(facts.values(under: "大小") == ["4 B", "4 B", ""])
    #expect(facts.values(under: "类型") == ["8D报告", "合同", "照片"])
    #expect(try !card(.team).contains("attachments/丢失.pdf"))
  }

  @Test(arguments: ["微信", "手机", "座机", "垫付", "暗号"])
  func aKeyThatNobodyKnowsStandsOnTheCardAllTheSame(key: String) throws {
    let values = CardFacts(html: try card(.team)).values(under: key)
    #expect(!values.isEmpty && values.allSatisfy { $0.contains("13812345678") })
  }

  @Test func theFormsNumberEditionCopiesAndSignaturesArePrinted() throws {
    let card = try card(.team)
    for text in ["表号 Q4-QC-029", "版次 A/0", "分送 质管、制造", "<p>制表</p><p>核准</p>"] { #expect(card.contains(text)) }
  }
}
