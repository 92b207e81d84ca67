import Templates
import Testing

private let nested =
  String(repeating: "{{#a}}", count: 101) + String(repeating: "{{/a}}", count: 101)

/// A template with one mistake, and the message word for word.
@Test(arguments: [
  ("a {{b", "1:3: error: the tag is not closed; '}}' is missing [template.tag]"),
  ("a\n{{{b}} c", "2:1: error: the tag is not closed; '}}}' is missing [template.tag]"),
  ("{{a {{! c }}", "1:1: error: the tag is not closed; '}}' is missing [template.tag]"),
  (
    "{{=<%=}}",
    "1:1: error: '<%' are no delimiters; write two signs without '=', with a blank between, as in '{{=<% %>=}}' [template.delimiters]"
  ),
  ("x{{ }}", "1:2: error: the tag has no name; write one, or remove the tag [template.name]"),
  ("{{a b}}", "1:1: error: 'a b' is no name; a name has no blanks and no empty part beside a dot [template.name]"),
  ("{{a..b}}", "1:1: error: 'a..b' is no name; a name has no blanks and no empty part beside a dot [template.name]"),
  ("投诉\r\n 单 {{#a}}", "2:4: error: '{{#a}}' is not closed; '{{/a}}' is missing [template.closing]"),
  ("\u{FEFF}{{^a}}", "1:1: error: '{{^a}}' is not closed; '{{/a}}' is missing [template.closing]"),
  ("{{$a}}", "1:1: error: '{{$a}}' is not closed; '{{/a}}' is missing [template.closing]"),
  ("{{<page}}", "1:1: error: '{{<page}}' is not closed; '{{/page}}' is missing [template.closing]"),
  ("{{#a}}{{/b}}", "1:7: error: '{{/b}}' closes nothing here; '{{/a}}' is expected [template.closing]"),
  ("{{#a}}{{#b}}{{/a}}", "1:13: error: '{{/a}}' closes nothing here; '{{/b}}' is expected [template.closing]"),
  ("a{{/b}}", "1:2: error: '{{/b}}' closes nothing; open it before, or remove this tag [template.closing]"),
  (nested, "1:601: error: tags are nested more than 100 deep; move the inner ones into a partial [template.nesting]"),
  (
    "{{<two}}{{$x}}{{/x}}{{$x}}{{/x}}{{/two}}",
    "1:21: error: the block 'x' is given twice; keep one of them [template.block]"
  ),
  (
    "{{<two}}{{$z}}{{/z}}{{/two}}",
    "1:9: error: the template 'two' has no block 'z'; the nearest is 'x' [template.block]"
  ),
  (
    "{{<one}}{{$z}}{{/z}}{{/one}}",
    "1:9: error: the template 'one' has no block 'z'; it has no blocks at all [template.block]"
  ),
  ("a {{>pgae}}", "1:3: error: there is no template 'pgae'; the nearest is 'page' [template.unknown]"),
  (
    "{{>back}}",
    "1:3: error: templates include each other without end: back → page → back; put one of them inside a section [template.endless]"
  ),
])
func mistakeInASource(template: String, message: String) throws {
  let others = ["one": "1", "two": "{{$x}}{{/x}}{{$yy}}{{/yy}}", "back": "a {{>page}}"]
  let used = template.contains("back") ? others : others.filter { $0.key != "back" }
  let errors = #expect(throws: TemplateErrors.self) { try library(template, others: used) }
  let path = template.contains("back") ? "t/back.mustache:" : "t/page.mustache:"
  #expect(errors?.errors.map(\.description) == [path + message])
}

/// What is found when a page is rendered, word for word.
@Test(arguments: [
  ("a {{titel}}", "1:3: error: there is no 'titel' here; the nearest is 'title' [template.missing]"),
  (
    "{{rows.lenght}}",
    "1:1: error: 'rows' has no 'lenght'; it has no names at all; ask with '{{#rows}}' where it may be empty [template.missing]"
  ),
  ("{{customer.nmae}}", "1:1: error: 'customer' has no 'nmae'; the nearest is 'name' [template.missing]"),
  (
    "\n{{rows}}", "2:1: error: 'rows' is a list and cannot be printed; use it as '{{#rows}}…{{/rows}}' [template.value]"
  ),
  ("{{open}}", "1:1: error: 'open' is a flag and cannot be printed; use it as '{{#open}}…{{/open}}' [template.value]"),
  (
    "{{customer}}",
    "1:1: error: 'customer' is an object and cannot be printed; use it as '{{#customer}}…{{/customer}}' [template.value]"
  ),
  ("{{>*count}}", "1:1: error: 'count' is a number; a template's name is expected, as text [template.unknown]"),
  ("{{>*nothing}}", "1:1: error: 'nothing' is empty; a template's name is expected, as text [template.unknown]"),
  ("{{>*title}}", "1:1: error: there is no template 'pages'; the nearest is 'page' [template.unknown]"),
  (
    "{{#open}}{{>page}}{{/open}}",
    "1:10: error: templates include each other more than 100 deep; end the recursion with a section that becomes empty [template.endless]"
  ),
])
func mistakeInRendering(template: String, message: String) throws {
  let context: TemplateObject = [
    "title": "pages", "rows": [1], "customer": ["name": "x", "place": "y"], "open": true, "count": 3, "nothing": .none,
  ]
  let library = try library(template)
  var bytes = Array("before".utf8)
  let error = #expect(throws: TemplateError.self) { try library.render("page", context, into: &bytes) }
  #expect(error?.description == "t/page.mustache:" + message)
  #expect(bytes == Array("before".utf8))
}

@Test func aNameWithoutAnythingAroundHasNoNearest() throws {
  let error = #expect(throws: TemplateError.self) { try page("{{a}}") }
  #expect(error?.message == "there is no 'a' here; there are no names at all")
}

@Test func anUnknownPageNamesTheNearest() throws {
  let library = try library("x")
  var bytes: [UInt8] = []
  let error = #expect(throws: TemplateError.self) { try library.render("pge", [:], into: &bytes) }
  #expect(error?.description == "pge:1:1: error: there is no template 'pge'; the nearest is 'page' [template.unknown]")
}

@Test func anEmptyLibraryHasNoNearest() throws {
  let library = try TemplateLibrary([])
  var bytes: [UInt8] = []
  let error = #expect(throws: TemplateError.self) { try library.render("a", [:], into: &bytes) }
  #expect(error?.message == "there is no template 'a'; there are no templates at all")
}

@Test func aSourceThatIsNotTextIsRefused() throws {
  let bad = TemplateSource(name: "a", path: "t/a.mustache", bytes: [0x61, 0xFF])
  let errors = #expect(throws: TemplateErrors.self) { try TemplateLibrary([bad]) }
  #expect(
    errors?.errors.map(\.description) == [
      "t/a.mustache:1:1: error: the template is not UTF-8; save it as UTF-8 [template.encoding]"
    ])
}

@Test func oneNameIsOneTemplate() throws {
  let twice = ["t/a.mustache", "u/a.mustache"].map { TemplateSource(name: "a", path: $0, bytes: []) }
  let errors = #expect(throws: TemplateErrors.self) { try TemplateLibrary(twice) }
  #expect(
    errors?.errors.map(\.description) == [
      "u/a.mustache:1:1: error: another file is the template 'a' already; rename one of them [template.repeated]"
    ])
}

@Test func allMistakesOfAllSourcesAreTold() throws {
  let sources = [source("b", "{{>x}}\n{{#a}}"), source("a", "{{/c}} {{a b}}\n{{>b}}{{>y")]
  let errors = #expect(throws: TemplateErrors.self) { try TemplateLibrary(sources) }
  #expect(
    errors?.errors.map { "\($0.template):\($0.line):\($0.column)" } == ["a:1:1", "a:1:8", "a:2:7", "b:1:1", "b:2:1"])
}

@Test func anErrorInAPartialStandsInThePartial() throws {
  let library = try library("{{>p}}", others: ["p": "a\n b {{lto}}"])
  var bytes: [UInt8] = []
  let error = #expect(throws: TemplateError.self) { try library.render("page", ["lot": 1, "top": 2], into: &bytes) }
  #expect(
    error?.description == "t/p.mustache:2:4: error: there is no 'lto' here; the nearest is 'lot' [template.missing]")
}
