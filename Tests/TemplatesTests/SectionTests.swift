import Hypertext
import Templates
import Testing

/// Facts of the module «sections» of the Mustache specification, 1.4; where a name is missing there, here is an error.
private let samples: [Sample] = [
  Sample("true shows", "[{{#a}}x{{/a}}]", ["a": true], gives: "[x]"),
  Sample("false hides", "[{{#a}}x{{/a}}]", ["a": false], gives: "[]"),
  Sample("none hides", "[{{#a}}x{{/a}}]", ["a": .none], gives: "[]"),
  Sample("empty text hides", "[{{#a}}x{{/a}}]", ["a": ""], gives: "[]"),
  Sample("empty markup hides", "[{{#a}}x{{/a}}]", ["a": .markup(Markup())], gives: "[]"),
  Sample("an empty list hides", "[{{#a}}x{{/a}}]", ["a": []], gives: "[]"),
  Sample("zero shows: it is a figure", "[{{#a}}{{.}}{{/a}}]", ["a": 0], gives: "[0]"),
  Sample("an object without names shows", "[{{#a}}x{{/a}}]", ["a": [:]], gives: "[x]"),
  Sample("an object's names are known inside", "{{#a}}{{n}}{{/a}}", ["a": ["n": "x"]], gives: "x"),
  Sample(
    "names further out are known too, the inner ones first", "{{#s}}{{a}},{{b}},{{c.d}}{{/s}}",
    ["a": 1, "b": 2, "s": ["b": 3], "c": ["d": 4]], gives: "1,3,4"),
  Sample("a text is its own context", "{{#a}}{{.}} is {{a}}{{/a}}", ["a": "x"], gives: "x is x"),
  Sample(
    "lists in lists see everything around",
    "{{#days}}{{#cases}}{{day.short}}{{id}}:{{#lots}}{{day.long}}{{id}}{{lot}} {{/lots}}{{/cases}}{{/days}}",
    ["days": [["day": ["short": "m", "long": "M"], "cases": [["id": 1, "lots": [["lot": "x"], ["lot": "y"]]]]]]],
    gives: "m1:M1x M1y "),
  Sample(
    "contexts nest to any depth",
    "{{#a}}\n{{1}}\n{{#b}}\n{{1}}{{2}}{{1}}\n{{#c}}\n{{1}}{{2}}{{3}}{{#4}}\n{{.}}{{3}}{{.}}\n{{/4}}\n{{/c}}\n{{/b}}\n{{/a}}\n",
    ["a": ["1": 1], "b": ["2": 2], "c": ["3": 3, "4": 4]], gives: "1\n121\n123\n434\n"),
  Sample("a list repeats", "[{{#a}}{{n}}{{/a}}]", ["a": [["n": 1], ["n": 2], ["n": 3]]], gives: "[123]"),
  Sample("a text is no list", "[{{#a}}x{{/a}}]", ["a": "123"], gives: "[x]"),
  Sample(
    "sections may come twice", "{{#a}}\n* 1\n{{/a}}\n* {{b}}\n{{#a}}\n* 3\n{{/a}}\n", ["a": true, "b": 2],
    gives: "* 1\n* 2\n* 3\n"),
  Sample("a section may stand in itself", "|{{#a}} b{{#a}} c{{/a}} d{{/a}}|", ["a": true], gives: "| b c d|"),
  Sample("and hides with itself", "|{{#a}} b{{#a}} c{{/a}} d{{/a}}|", ["a": false], gives: "||"),
  Sample(
    "a missing name is an error", "[{{#ab}}x{{/ab}}]", ["b": 1], gives: "!there is no 'ab' here; the nearest is 'b'"),
  Sample("an error inside what is hidden is not met", "[{{#a}}{{b}}{{/a}}]", ["a": false], gives: "[]"),
  Sample("a dot repeats texts", "{{#a}}({{.}}){{/a}}", ["a": ["x", "<", "z"]], gives: "(x)(&lt;)(z)"),
  Sample(
    "a dot repeats texts in three braces", "{{#a}}({{{.}}}{{&.}}){{/a}}", ["a": ["x", "<"]], gives: "(xx)(&lt;&lt;)"),
  Sample("a dot repeats numbers", "{{#a}}({{.}}){{/a}}", ["a": [1, 2, 3]], gives: "(1)(2)(3)"),
  Sample("a dot repeats decimals", "{{#a}}({{.}}){{/a}}", ["a": ["1.1", "2.2"]], gives: "(1.1)(2.2)"),
  Sample(
    "a dot repeats lists in lists", "{{#a}}({{#.}}{{.}}{{/.}}){{/a}}", ["a": [[1, 2], ["b", "c"]]], gives: "(12)(bc)"),
  Sample("a dot is the page's own object too", "{{#.}}({{n}}){{/.}}", ["n": 1], gives: "(1)"),
  Sample("dotted names show", "{{#a.b.c}}x{{/a.b.c}}", ["a": ["b": ["c": true]]], gives: "x"),
  Sample("dotted names hide", "{{#a.b.c}}x{{/a.b.c}}", ["a": ["b": ["c": false]]], gives: ""),
  Sample(
    "a broken chain is an error", "{{#a.b.c}}x{{/a.b.c}}", ["a": ["d": 1]], gives: "!'a' has no 'b'; the nearest is 'd'"
  ),
  Sample("blanks around stay", " | {{#a}}\t|\t{{/a}} | \n", ["a": true], gives: " | \t|\t | \n"),
  Sample("blanks inside stay", " | {{#a}} {{! c }}\n {{/a}} | \n", ["a": true], gives: " |  \n  | \n"),
  Sample("a section within a line stays in it", " {{#a}}x{{/a}}\n {{#a}}y{{/a}}\n", ["a": true], gives: " x\n y\n"),
  Sample("a tag alone takes its line away", "a\n{{#a}}\nb\n{{/a}}\nc\n", ["a": true], gives: "a\nb\nc\n"),
  Sample("an indented one as well", "a\n  {{#a}}\nb\n\t{{/a}} \nc\n", ["a": true], gives: "a\nb\nc\n"),
  Sample("with CRLF as well", "|\r\n{{#a}}\r\n{{/a}}\r\n|", ["a": true], gives: "|\r\n|"),
  Sample("on the first line as well", "  {{#a}}\n#{{/a}}\n/", ["a": true], gives: "#\n/"),
  Sample("on a last line without an end as well", "#{{#a}}\n/\n  {{/a}}", ["a": true], gives: "#\n/\n"),
  Sample("blanks inside the tags do not matter", "|{{# a }}={{/ a }}|", ["a": true], gives: "|=|"),
]

@Test(arguments: samples)
func sections(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

/// Facts of the module «inverted» of the Mustache specification, 1.4.
@Test(arguments: [
  Sample("false shows", "[{{^a}}x{{/a}}]", ["a": false], gives: "[x]"),
  Sample("none shows", "[{{^a}}x{{/a}}]", ["a": .none], gives: "[x]"),
  Sample("empty text shows", "[{{^a}}x{{/a}}]", ["a": ""], gives: "[x]"),
  Sample("true hides", "[{{^a}}x{{/a}}]", ["a": true], gives: "[]"),
  Sample("a text hides", "[{{^a}}x{{/a}}]", ["a": "y"], gives: "[]"),
  Sample("zero hides", "[{{^a}}x{{/a}}]", ["a": 0], gives: "[]"),
  Sample("an object hides", "[{{^a}}x{{/a}}]", ["a": ["n": 1]], gives: "[]"),
  Sample("a list hides", "[{{^a}}x{{/a}}]", ["a": [1, 2]], gives: "[]"),
  Sample("an empty list shows", "[{{^a}}x{{/a}}]", ["a": []], gives: "[x]"),
  Sample(
    "inverted sections may come twice", "{{^a}}\n* 1\n{{/a}}\n* {{b}}\n{{^a}}\n* 3\n{{/a}}\n", ["a": false, "b": 2],
    gives: "* 1\n* 2\n* 3\n"),
  Sample("one may stand in itself", "|{{^a}} b{{^a}} c{{/a}} d{{/a}}|", ["a": false], gives: "| b c d|"),
  Sample("and hides with itself", "|{{^a}} b{{^a}} c{{/a}} d{{/a}}|", ["a": true], gives: "||"),
  Sample(
    "a missing name is an error", "[{{^ab}}x{{/ab}}]", ["b": 1], gives: "!there is no 'ab' here; the nearest is 'b'"),
  Sample("dotted names hide", "{{^a.b}}x{{/a.b}}", ["a": ["b": true]], gives: ""),
  Sample("dotted names show", "{{^a.b}}x{{/a.b}}", ["a": ["b": false]], gives: "x"),
  Sample(
    "a broken chain is an error", "{{^a.b.c}}x{{/a.b.c}}", ["a": ["d": 1]], gives: "!'a' has no 'b'; the nearest is 'd'"
  ),
  Sample("blanks around stay", " | {{^a}}\t|\t{{/a}} | \n", ["a": false], gives: " | \t|\t | \n"),
  Sample("blanks inside stay", " | {{^a}} {{! c }}\n {{/a}} | \n", ["a": false], gives: " |  \n  | \n"),
  Sample("one within a line stays in it", " {{^a}}x{{/a}}\n {{^a}}y{{/a}}\n", ["a": false], gives: " x\n y\n"),
  Sample("a tag alone takes its line away", "a\n{{^a}}\nb\n{{/a}}\nc\n", ["a": false], gives: "a\nb\nc\n"),
  Sample("an indented one as well", "a\n  {{^a}}\nb\n  {{/a}}\nc\n", ["a": false], gives: "a\nb\nc\n"),
  Sample("with CRLF as well", "|\r\n{{^a}}\r\n{{/a}}\r\n|", ["a": false], gives: "|\r\n|"),
  Sample("on the first line as well", "  {{^a}}\n^{{/a}}\n/", ["a": false], gives: "^\n/"),
  Sample("on a last line without an end as well", "^{{^a}}\n/\n  {{/a}}", ["a": false], gives: "^\n/\n"),
  Sample("blanks inside the tags do not matter", "|{{^ a }}={{/ a }}|", ["a": false], gives: "|=|"),
])
func invertedSections(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
