import Complaints
import Testing

@testable import Site

private let files = [
  "site.yaml": "title: 看板\nnumbering: \"{yy}{mm}{seq:02}\"\n",
  "cases/a.md": sampleCase("261001", "received: 2026-10-12\nowner: 张三\ncolour: red"),
  "cases/b.md": sampleCase("261002", "received: 2026-13-45"),
  "cases/c.md": sampleCase("261003", "received: 2026-10-14\nkind: inquiry"),
  "exposure/2026.csv": "period,product,shipped_lots,accepted_lots,shipped_units\n2026-09,,10,10,100\n",
]

@Test(arguments: [
  "<th scope=\"row\">找到的案件文件</th><td class=\"r\">3</td>",
  "<th scope=\"row\">不计：非投诉事项</th><td class=\"r\">1</td>",
  "<th scope=\"row\">有错误，未发布</th><td class=\"r\">1</td>",
  "<li>cases/b.md</li>",
  "<a href=\"#date-invalid\">日期不对</a>",
  "<h3 id=\"key-unknown\">不认识的栏 <code class=\"q\">key.unknown</code></h3>",
  "<a href=\"../cases/2026-10/261001.html\">cases/a.md</a>",
  "<th scope=\"row\">没有投诉类型</th><td class=\"r\">1</td><td><a href=\"../cases/2026-10/261001.html\">261001</a>",
  "2026 年 10 月",
])
func theStateOfTheLedgerSaysWhereEveryFileWentAndWhatIsMissing(text: String) throws {
  let page = try statePage(of: SampleLedger(files).edition(.management)).html
  #expect(page.contains(text))
}

@Test func thePublicHasNoSuchPage() throws {
  let edition = try SampleLedger(files).edition(.public)
  #expect(!pages(of: edition).contains { $0.path == .ledgerState })
}

/// Wherever the ledger stood on the machine, its files are shown from its content folder on.
@Test(arguments: [
  (["content/cases/a.md", "content/site.yaml"], "content/cases/a.md", "cases/a.md"),
  (["/data/cases/content/cases/2026/a.md"], "/data/cases/content/cases/2026/a.md", "cases/2026/a.md"),
  (["cases/a.md", "pages/b.md"], "cases/a.md", "cases/a.md"),
  ([], "a.md", "a.md"),
])
func pathsBeginAtTheContentFolder(paths: [String], path: String, shown: String) {
  #expect(ContentPaths(paths).shown(path) == shown)
}
