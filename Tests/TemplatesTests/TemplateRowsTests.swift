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

/// One row with everything that may stand in a row.
private let page: TemplateRows = {
  var rows = TemplateRows(["title", "part", "none", "other"])
  rows.row { page in
    page.text("title", "a & b")
    page.object("part", of: ["word"]) { part in part.row { $0.text("word", "w") } }
    page.object("none", of: ["word"]) { _ in }
    page.value("other", ["x": "1"])
  }
  return rows
}()

/// What a template sees of a single row is an object.
@Test(arguments: [
  Sample("a row opens", "{{#p}}{{title}}{{/p}}{{^p}}none{{/p}}", ["p": .row(page)], gives: "a &amp; b"),
  Sample("dots reach into a row", "{{p.title}}{{p.part.word}}{{p.other.x}}", ["p": .row(page)], gives: "a &amp; bw1"),
  Sample(
    "objects stand in rows", "{{#p}}{{part.word}}{{#part}}{{word}}{{/part}}{{^none}}-{{/none}}{{/p}}",
    ["p": .row(page)], gives: "ww-"),
  Sample(
    "values stand in rows", "{{#p}}{{other.x}}{{#other}}{{x}}{{title}}{{/other}}{{/p}}", ["p": .row(page)],
    gives: "11a &amp; b"),
  Sample(
    "a row lacks a name", "{{p.titel}}", ["p": .row(page)], gives: "!'p' has no 'titel'; the nearest is 'title'"),
  Sample(
    "an object in a row lacks a name", "{{#p}}{{part.wrod}}{{/p}}", ["p": .row(page)],
    gives: "!'part' has no 'wrod'; the nearest is 'word'"),
  Sample(
    "an object in a row is not printed", "{{#p}}{{part}}{{/p}}", ["p": .row(page)],
    gives: "!'part' is an object and cannot be printed; use it as '{{#part}}…{{/part}}'"),
])
func aRowIsAnObject(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

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
