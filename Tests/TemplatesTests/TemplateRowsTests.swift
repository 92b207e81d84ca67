import Hypertext
import Templates
import Testing

extension TemplateShape {
  fileprivate static let fact: TemplateShape = ["label", "value", "open"]
  fileprivate static let section: TemplateShape = ["title", "facts"]
}

private let facts: TemplateRows = {
  var rows = TemplateRows(.fact)
  rows.row {
    $0.text("label", "a & b")
    $0.markup("value") { $0.element("b", text: "<1>") }
    $0.flag("open", true)
  }
  rows.row {
    $0.text("label", "c")
    $0.text("value", nil)
    $0.flag("open", false)
  }
  return rows
}()

/// Two sections, of which the second has no facts.
private let sections: TemplateRows = {
  var rows = TemplateRows(.section)
  for (title, labels) in [("one", ["a", "b"]), ("two", [])] {
    rows.row { row in
      row.text("title", title)
      row.list("facts", of: .fact) { facts in
        for label in labels {
          facts.row {
            $0.text("label", label)
            $0.text("value", "")
            $0.flag("open", false)
          }
        }
      }
    }
  }
  return rows
}()

/// What a template sees of rows is a list of objects.
@Test(arguments: [
  Sample("rows repeat", "{{#r}}{{label}};{{/r}}", ["r": .rows(facts)], gives: "a &amp; b;c;"),
  Sample(
    "markup stays, empty prints nothing", "{{#r}}({{value}}){{/r}}", ["r": .rows(facts)], gives: "(<b>&lt;1&gt;</b>)()"),
  Sample("a flag chooses", "{{#r}}{{#open}}+{{/open}}{{^open}}-{{/open}}{{/r}}", ["r": .rows(facts)], gives: "+-"),
  Sample("an empty text is nothing", "{{#r}}{{^value}}none{{/value}}{{/r}}", ["r": .rows(facts)], gives: "none"),
  Sample(
    "a text opened is itself", "{{#r}}{{#label}}[{{.}}]{{/label}}{{/r}}", ["r": .rows(facts)], gives: "[a &amp; b][c]"),
  Sample("outer names are seen", "{{#r}}{{x}}{{/r}}", ["x": "1", "r": .rows(facts)], gives: "11"),
  Sample("inner names come first", "{{#r}}{{label}}{{/r}}", ["label": "x", "r": .rows(facts)], gives: "a &amp; bc"),
  Sample(
    "lists stand in rows", "{{#s}}{{title}}:{{#facts}}{{label}}{{/facts}};{{/s}}", ["s": .rows(sections)],
    gives: "one:ab;two:;"),
  Sample("an empty list is empty", "{{#s}}{{^facts}}{{title}}{{/facts}}{{/s}}", ["s": .rows(sections)], gives: "two"),
  Sample("no rows are empty", "{{^r}}none{{/r}}", ["r": .rows(TemplateRows(.fact))], gives: "none"),
  Sample(
    "a missing name is an error", "{{#r}}{{lable}}{{/r}}", ["r": .rows(facts)],
    gives: "!there is no 'lable' here; the nearest is 'label'"),
  Sample(
    "a list in a row is not printed", "{{#s}}{{facts}}{{/s}}", ["s": .rows(sections)],
    gives: "!'facts' is a list and cannot be printed; use it as '{{#facts}}…{{/facts}}'"),
  Sample(
    "a row is not printed", "{{#r}}{{.}}{{/r}}", ["r": .rows(facts)],
    gives: "!'.' is an object and cannot be printed; use it as '{{#.}}…{{/.}}'"),
])
func rowsAreObjects(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

/// What is the same on every page is filled in once, and prints the same.
@Test func constantsAreFilledIn() throws {
  let bound = try library("{{t.word}}{{#t}}{{word}}{{/t}} {{title}}").binding(["t": ["word": "a & b"]])
  var bytes: [UInt8] = []
  try bound.render("page", ["title": "x"], into: &bytes)
  #expect(String(decoding: bytes, as: UTF8.self) == "a &amp; ba &amp; b x")
}

@Test func whatTheConstantsLackIsAnErrorWhereItIsPrinted() throws {
  let bound = try library("ab{{t.wrod}}").binding(["t": ["word": "a"]])
  var bytes: [UInt8] = []
  let error = #expect(throws: TemplateError.self) { try bound.render("page", [:], into: &bytes) }
  #expect(
    error?.description == "t/page.mustache:1:3: error: 't' has no 'wrod'; the nearest is 'word' [template.missing]")
  #expect(bytes.isEmpty)
}
