import Complaints
import Testing

@testable import Site

private let files = [
  "site.yaml": "title: 看板\nnumbering: \"{yy}{mm}{seq:02}\"\n",
  "cases/a.md": sampleCase("261001", "received: 2026-10-12\nowner: 张三\ncolour: red"),
  "cases/b.md": sampleCase("261002", "received: 2026-13-45\nowner: 王五\ndepartments: [{ name: 制造部, share: 100% }]"),
  "cases/c.md": sampleCase("261003", "received: 2026-10-14\nkind: inquiry"),
  "cases/d.md": sampleCase("261004", "received: 2026-10-15\nowner: 李四\nseverity: sevre"),
  "exposure/2026.csv": "period,product,shipped_lots,accepted_lots,shipped_units\n2026-09,,10,10,100\n",
]

@Test(arguments: [
  "<th scope=\"row\">找到的案件文件</th><td class=\"r\">4</td>",
  "<th scope=\"row\">不计：非投诉事项</th><td class=\"r\"><a href=\"#excluded-not-complaint\">1</a></td>",
  // The file, the line and the field that keep it out.
  "<td>cases/c.md</td><td class=\"r\">5</td><td>事项性质</td>",
  "<th scope=\"row\">有错误，未发布</th><td class=\"r\"><a href=\"#rejected\">2</a></td>",
  "<li>cases/b.md<br><span class=\"note\">行 4: <span lang=\"en\">",
  "<a href=\"#date-invalid\">日期不对</a>",
  "<h3 id=\"key-unknown\">不认识的栏 <code class=\"q\">key.unknown</code></h3>",
  "<a href=\"../cases/2026-10/261001.html\">cases/a.md</a>",
  "<th scope=\"row\">没有投诉类型</th><td class=\"r\"><a href=\"../lists/as-of/gaps.html#no-category\">1</a></td><td><a href=\"../cases/2026-10/261001.html\">261001</a>",
  "2026 年 10 月",
  // Per person: received, open, overdue, lacking something, errors, warnings.
  "<th scope=\"row\">张三</th><td class=\"r\"><a href=\"../lists/owner/张三.html#all\">1</a></td>",
  "<td class=\"r\"><a href=\"../lists/owner-gaps/张三.html#all\">1</a></td><td class=\"r\">0</td><td class=\"r\"><a href=\"../lists/owner-problems/张三.html#warnings\">1</a></td>",
  // Whose only file could not be published.
  "<th scope=\"row\">李四</th><td class=\"r\">0</td>",
  "<a href=\"../lists/owner-problems/李四.html#errors\">1</a></td><td class=\"r\">0</td>",
  // Of which no case could be made: those of its words that can be read say whose it is.
  "<a href=\"../lists/owner-problems/王五.html#errors\">1</a></td><td class=\"r\">0</td>",
  "<a href=\"../lists/department-problems/制造部.html#errors\">1</a></td><td class=\"r\">0</td>",
  "<a href=\"#key-unknown\">不认识的栏</a> <span class=\"q\">第 6 行</span>",
])
func theStateOfTheLedgerSaysWhereEveryFileWentAndWhatIsMissing(text: String) throws {
  let page = try statePage(of: SampleLedger(files).edition(.management)).html
  #expect(page.contains(text))
}

/// A file that is no front matter at all says of nobody that it is theirs, and yet stands there with its line.
@Test func aFileOfWhichNothingCanBeReadStandsUnderNobody() throws {
  let edition = try SampleLedger(["cases/e.md": "正文\n"]).edition(.management)
  let page = try statePage(of: edition).html
  #expect(page.contains("<li>cases/e.md<br><span class=\"note\">行 1: <span lang=\"en\">"))
  let row = try #require(page.split(separator: "\n").first { $0.contains("<th scope=\"row\">未填</th>") })
  let link = try #require(row.split(separator: "\"").first { $0.hasSuffix(".html#errors") })
  #expect(row.contains("\(link)\">1</a>"))
  let path = link.dropFirst("../".count).dropLast("#errors".count)
  let list = try #require(pages(of: edition).first { $0.path.text == path })
  #expect(try list.html.contains("cases/e.md"))
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

@Test(arguments: [
  ("content", "content/cases/a.md", "cases/a.md"), (".", "./site.yaml", "site.yaml"),
  ("/data/cases/content", "/data/cases/content/pages/b.md", "pages/b.md"),
])
func pathsBeginAtTheContentFolderThatIsNamed(folder: String, path: String, shown: String) {
  #expect(ContentPaths(folder: folder).shown(path) == shown)
}

/// A message about two files names the other one as the page does.
@Test func anotherFileIsNamedAsTheFirst() {
  let path = "/data/content/cases/b.md"
  let named = Problem.value(.sameID(Quoted("1"), path: path)).naming(ContentPaths(folder: "/data/content").shown)
  #expect(named.message == "the id '1' is also that of cases/b.md; give one of them another")
  #expect(Problem.value(.sameID(Quoted("1"), path: path)).code == named.code)
}
