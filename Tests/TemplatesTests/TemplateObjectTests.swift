import Hypertext
import Templates
import Testing

@Test func anObjectIsChangedByName() {
  var object: TemplateObject = ["title": "a", "rows": []]
  object["title"] = "b"
  object["open"] = true
  object.append("count", 3)
  #expect(object.names == ["title", "rows", "open", "count"])
  #expect(object["title"] == .text("b"))
  #expect(object == ["title": "b", "rows": .list([]), "open": .flag(true), "count": .integer(3)])
}

@Test func whatAnObjectLacksReadsAsNone() {
  let object: TemplateObject = ["a": .none]
  #expect(object["b"] == TemplateValue.none)
  #expect(object.contains("a"))
  #expect(!object.contains("b"))
}

@Test func theLaterOfTwoValuesHolds() {
  #expect(TemplateObject([("a", 1), ("b", 2), ("a", 3)]) == ["a": 3, "b": 2])
}

@Test func missingTextIsNone() {
  #expect(TemplateValue.text(ifAny: nil) == TemplateValue.none)
  #expect(TemplateValue.text(ifAny: "") == .text(""))
}

@Test func aLibraryKnowsItsNames() throws {
  let library = try TemplateLibrary([source("pages/b", ""), source("a", "")])
  #expect(library.names == ["a", "pages/b"])
  #expect(library.contains("pages/b"))
  #expect(!library.contains("b"))
}

@Test func aBufferIsAppendedTo() throws {
  let library = try library("{{a}}")
  var bytes: [UInt8] = []
  for number in 1...3 { try library.render("page", ["a": .integer(number)], into: &bytes) }
  #expect(bytes == Array("123".utf8))
}
