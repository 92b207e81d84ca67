import Complaints
import Testing

/// A list that fills several slots of a small table, with names that share beginnings, and one twice.
private let names = ["id", "投诉编号", "title", "", "due", "due_by", "处理期限", "id", "处理"]

@Test(arguments: [("id", 0), ("投诉编号", 1), ("title", 2), ("", 3), ("due", 4), ("due_by", 5), ("处理期限", 6), ("处理", 8)])
func nameTableFindsTheFirstPlaceOfEachName(name: String, place: Int) {
  #expect(NameTable(names).place(of: name) == place)
}

@Test(arguments: ["ID", "du", "due_", "处", "投诉编号 ", "missing"])
func nameTableDoesNotFindWhatIsNotListed(name: String) {
  #expect(NameTable(names).place(of: name) == nil)
}

@Test func nameTableOfNothingHasNothing() {
  #expect(NameTable([]).place(of: "id") == nil)
}

@Test func nameTableFindsEachOfAThousandNames() {
  let names = (0..<1000).map { "key.\($0)" }
  let table = NameTable(names)
  #expect(names.map { table.place(of: $0) } == Array(0..<1000))
}
