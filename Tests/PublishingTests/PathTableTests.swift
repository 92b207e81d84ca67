import Testing

@testable import Publishing

struct PathTableTests {
  @Test func everyPathIsFoundWhereItStands() {
    let paths = (0..<1_000).map { "cases/\($0 % 12)/\($0).html" } + ["caf\u{E9}", "cafe\u{301}", "长/文.html", "a"]
    let table = PathTable(paths)
    #expect(table.count == paths.count)
    #expect(table.twin == nil)
    for (place, path) in paths.enumerated() {
      #expect(table.place(of: path) == place)
      #expect(table[place] == path)
    }
    for path in ["", "cases", "cases/1/1.htm", "cases/1/1.htmll", "cafe"] { #expect(table.place(of: path) == nil) }
  }

  @Test func aPathThatOccursTwiceIsNoticed() {
    #expect(PathTable(["a", "b", "a", "b"]).twin == 2)
    #expect(PathTable([]).count == 0)
    #expect(PathTable([]).place(of: "a") == nil)
  }

  @Test(arguments: [("a", "b", true), ("a", "a/b", true), ("a.b", "a/b", true), ("b", "a", false), ("a", "a", false)])
  func pathsAreOrderedByTheirBytes(one: String, other: String, isBefore: Bool) {
    let table = PathTable([one, other])
    #expect(table.isBefore(0, 1) == isBefore)
  }

  @Test func foldersComeAfterThoseThatHoldThem() {
    let table = PathTable(["a/b/c/1", "a/b/2", "x", "d/3", "a/4"])
    #expect(folders(of: table).map { String(decoding: $0, as: UTF8.self) } == ["a", "a/b", "a/b/c", "d"])
  }
}
