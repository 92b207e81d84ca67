import Foundation
import Testing

/// Which files each audience gets, and what stands in none of them.
struct AudienceTests {
  let workplace: Workplace

  init() throws {
    workplace = try Workplace([
      "cases/a1.md": caseText(
        "a1", title: "公开标题",
        "customer: {name: 远山贸易, contact: 张三, phone: 13812345678}\nattachments: [open.txt, {file: closed.txt, private: yes}]\n"
      ),
      "cases/b2.md": caseText(
        "b2", title: "保密标题", "private: yes\ncustomer: 近水实业\nattachments: [hidden.txt]\n"),
      "attachments/open.txt": "open", "attachments/closed.txt": "closed", "attachments/hidden.txt": "hidden",
      "attachments/unnamed.txt": "unnamed",
    ])
  }

  private func site(_ audience: String) throws -> [String: String] {
    let outcome = try workplace.build("--audience", audience, "--output", audience)
    #expect(outcome.code == 0)
    return try workplace.files(audience).mapValues { String(decoding: $0, as: UTF8.self) }
  }

  private func naming(_ text: String, in site: [String: String]) -> [String] {
    site.filter { $0.value.contains(text) }.keys.sorted()
  }

  @Test func theTeamGetsAll() throws {
    let site = try site("team")
    for path in [
      "cases/2026-10/a1.html", "cases/2026-10/b2.html", "attachments/open.txt", "attachments/closed.txt",
      "attachments/hidden.txt",
    ] {
      #expect(site[path] != nil, "\(path)")
    }
    #expect(site["cases/2026-10/a1.html"]?.contains("13812345678") == true)
    #expect(site["cases/2026-10/b2.html"]?.contains("保密标题") == true)
  }

  @Test func managementGetsNoPrivateCardAndNoNumbers() throws {
    let site = try site("management")
    #expect(site["cases/2026-10/a1.html"]?.contains("138****5678") == true)
    #expect(site["cases/2026-10/b2.html"] == nil)
    #expect(site["attachments/open.txt"] == "open")
    for path in ["attachments/closed.txt", "attachments/hidden.txt"] { #expect(site[path] == nil, "\(path)") }
    for text in ["保密标题", "近水实业", "13812345678"] { #expect(naming(text, in: site) == [], "\(text)") }
    #expect(naming("b2", in: site).contains("cases/index.html"))
  }

  @Test func managementIsTheDefault() throws {
    #expect(try workplace.build().code == 0)
    #expect(try workplace.build("--audience", "management", "--output", "other").code == 0)
    #expect(try differences(workplace.files(), workplace.files("other")) == [])
  }

  @Test func thePublicGetsNoCase() throws {
    let site = try site("public")
    let allowed: Set = ["reports", "categories", "products", "costs", "processes", "pages", "data", "assets"]
    let folders = Set(site.keys.filter { $0.contains("/") }.map { String($0.prefix { $0 != "/" }) })
    #expect(folders.subtracting(allowed) == [])
    #expect(site["data/cases.csv"] == nil)
    for text in ["公开标题", "保密标题", "远山贸易", "近水实业", "13812345678", "张三", "cases/"] {
      #expect(naming(text, in: site).filter { !$0.hasPrefix("assets/") } == [], "\(text)")
    }
  }

  @Test func everyBuildOfASiteIsOfOneAudience() throws {
    #expect(try workplace.build("--audience", "team").code == 0)
    #expect(try workplace.build("--audience", "public").code == 0)
    #expect(try workplace.build("--audience", "public", "--output", "new").code == 0)
    #expect(try differences(workplace.files(), workplace.files("new")) == [])
  }
}
