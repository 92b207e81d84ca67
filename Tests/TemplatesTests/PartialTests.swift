import Hypertext
import Templates
import Testing

private let tree: TemplateObject = ["name": "a", "inner": [["name": "b", "inner": []]]]
private let node = "{{name}}<{{#inner}}{{>node}}{{/inner}}>"

private let lines: TemplateValue = .text("<\n->")

/// Facts of the module «partials» of the Mustache specification, 1.4; where a partial is missing there, here is an error.
private let samples: [Sample] = [
  Sample("a partial takes the tag's place", "[{{>p}}]", others: ["p": "x"], gives: "[x]"),
  Sample(
    "an unknown one is an error", "[{{>p}}]", others: ["q": ""], gives: "!there is no template 'p'; the nearest is 'q'"),
  Sample("it knows the names around", "[{{>p}}]", ["a": "x"], others: ["p": "*{{a}}*"], gives: "[*x*]"),
  Sample("it may include itself", "{{>node}}", tree, others: ["node": node], gives: "a<b<>>"),
  Sample("it may include others", "{{>p}}", ["a": "x"], others: ["p": "({{>q}})", "q": "{{a}}"], gives: "(x)"),
  Sample("blanks around stay", "| {{>p}} |", others: ["p": "\t|\t"], gives: "| \t|\t |"),
  Sample(
    "within a line it is not indented", "  {{a}}  {{> p}}\n", ["a": "|"], others: ["p": ">\n>"], gives: "  |  >\n>\n"),
  Sample("alone it takes its line's end away", "|\r\n{{>p}}\r\n|", others: ["p": ">"], gives: "|\r\n>|"),
  Sample("alone it is indented", "  {{>p}}\n>", others: ["p": ">\n>"], gives: "  >\n  >>"),
  Sample("on a last line without an end as well", ">\n  {{>p}}", others: ["p": ">\n>"], gives: ">\n  >\n  >"),
  Sample(
    "its lines are indented, not those of values", "\\\n {{>p}}\n/\n", ["a": lines], others: ["p": "|\n{{{a}}}\n|\n"],
    gives: "\\\n |\n &lt;\n-&gt;\n |\n/\n"),
  Sample("blanks inside the tag do not matter", "|{{> p }}|", others: ["p": "[]"], gives: "|[]|"),
]

@Test(arguments: samples)
func partials(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

/// What follows from «each line is indented before rendering», beyond the specification's own cases.
@Test(arguments: [
  Sample(
    "indentations add up", "  {{>p}}\n", others: ["p": "a\n  {{>q}}\nb\n", "q": "c\nd\n"],
    gives: "  a\n    c\n    d\n  b\n"),
  Sample(
    "lines of a section are indented each time", "  {{>p}}\n", ["a": [1, 2]],
    others: ["p": "<ul>\n{{#a}}\n<li>{{.}}\n{{/a}}\n</ul>\n"], gives: "  <ul>\n  <li>1\n  <li>2\n  </ul>\n"),
  Sample("empty lines stay empty", "  {{>p}}\n", others: ["p": "a\n\nb\r\n\r\nc\n"], gives: "  a\n\n  b\r\n\r\n  c\n"),
  Sample("tabs are kept", "\t{{>p}}\n", others: ["p": "a\nb\n"], gives: "\ta\n\tb\n"),
  Sample(
    "a partial within a line of an indented one begins in it", "  {{>p}}\n",
    others: ["p": "x {{>q}} y\n", "q": "a\nb"],
    gives: "  x a\n  b y\n"),
  Sample("an indented partial may be empty", "a\n  {{>p}}\nb\n", others: ["p": ""], gives: "a\nb\n"),
])
func indentedPartials(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
