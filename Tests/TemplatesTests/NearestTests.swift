import Templates
import Testing

@testable import Templates

/// Counted by hand: an edit is one insertion, deletion, replacement or swap of neighbours.
@Test(arguments: [
  ("", "", 0), ("a", "", 1), ("", "ab", 2), ("title", "titel", 1), ("title", "tile", 1), ("kitten", "sitting", 3),
  ("rows", "cases", 4), ("投诉", "诉投", 1),
])
func distanceCountsEdits(left: String, right: String, edits: Int) {
  #expect(editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == edits)
  #expect(editDistance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == edits)
}

@Test func theFirstOfEquallyNearNamesIsTold() {
  #expect(nearest(to: "b", among: ["d", "c", "a"]) == "a")
  #expect(nearest(to: "b", among: []) == nil)
}

/// Wherever a name can stand, a slip in it leads to the name that was meant.
@Test(arguments: [
  "{{lott}}", "{{{lott}}}", "{{&lott}}", "{{#lott}}{{/lott}}", "{{^lott}}{{/lott}}", "{{>*lott}}",
  "{{<*lott}}{{/*lott}}",
  "{{lott.x}}", "{{#lot}}{{lott}}{{/lot}}", "{{$b}}{{lott}}{{/b}}", "{{#rows}}{{lott}}{{/rows}}",
])
func everyMissingNameLeadsToTheNearest(template: String) throws {
  let error = #expect(throws: TemplateError.self) {
    try page(template, ["total": 1, "lot": "L", "rows": [["part": 2]]])
  }
  #expect(error?.problem == .missingName("lott", nearest: "lot"))
}

@Test(arguments: [
  "{{case.titel}}", "{{#case.titel}}{{/case.titel}}", "{{^case.titel}}{{/case.titel}}", "{{>*case.titel}}",
])
func everyMissingPartLeadsToTheNearest(template: String) throws {
  let error = #expect(throws: TemplateError.self) {
    try page(template, ["titel": 1, "case": ["id": 1, "title": "x"]])
  }
  #expect(error?.problem == .missingPart("titel", of: "case", nearest: "title"))
}
