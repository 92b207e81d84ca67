import Templates
import Testing

private let tree: TemplateObject = ["kind": "node", "name": "a", "inner": [["name": "b", "inner": []]]]

/// Facts of the module «dynamic names» of the Mustache specification, 1.4; where something is missing there, here is an
/// error.
private let samples: [Sample] = [
  Sample("an asterisk looks the name up", "[{{>*k}}]", ["k": "p"], others: ["p": "x"], gives: "[x]"),
  Sample("it is no part of the name", "[{{>*k}}]", ["k": "p", "*k": "q"], others: ["p": "x", "q": "y"], gives: "[x]"),
  Sample(
    "a missing name is an error", "{{>*ab}}", ["b": "p"], others: ["ab": "x"],
    gives: "!there is no 'ab' here; the nearest is 'b'"),
  Sample(
    "an unknown template is an error", "{{>*k}}", ["k": "party"], others: ["part": "x"],
    gives: "!there is no template 'party'; the nearest is 'part'"),
  Sample("it knows the names around", "{{>*k}}", ["a": "x", "k": "p"], others: ["p": "*{{a}}*"], gives: "*x*"),
  Sample(
    "the name may be dotted", "{{>*a.b.c}}", ["t": "x", "a": ["b": ["c": "p"]]], others: ["p": "*{{t}}*"], gives: "*x*"),
  Sample(
    "dots come before the asterisk", "{{>*a.b.c}}", ["a": "t", "t": ["b": ["c": "p"]]], others: ["p": ""],
    gives: "!'a' has no 'b'; it has no names at all; ask with '{{#a}}' where it may be empty"),
  Sample(
    "a dotted name does not open its object", "{{>*a.k}}", ["a": ["text": "x", "k": "p"]], others: ["p": "*{{text}}*"],
    gives: "!there is no 'text' here; the nearest is 'a'"),
  Sample(
    "nor in a section", "{{#s}}{{>*t.k}}{{/s}}", ["s": ["v": "s"], "t": ["k": "p", "v": "t"]], others: ["p": "{{v}}"],
    gives: "s"),
  Sample(
    "nor in a list", "{{#s}}{{>*t.k}}{{/s}}", ["v": "x", "s": [1, 2], "t": ["k": "p", "v": "t"]],
    others: ["p": "{{v}}"], gives: "xx"),
  Sample(
    "what only that object has is missing", "{{#s}}{{>*t.k}}{{/s}}", ["s": [1, 2], "t": ["k": "p", "v": "t"]],
    others: ["p": "{{v}}"], gives: "!there is no 'v' here; the nearest is 's'"),
  Sample(
    "it may include itself", "{{>*kind}}", tree, others: ["node": "{{name}}<{{#inner}}{{>*kind}}{{/inner}}>"],
    gives: "a<b<>>"),
  Sample(
    "it is looked up once", "{{>**k}}", ["k": "l", "l": "p"], others: ["p": ""],
    gives: "!'**k' is no name; a name has no blanks and no empty part beside a dot"),
  Sample(
    "and as a whole", "{{>*a.*b}}", others: ["p": ""],
    gives: "!'*a.*b' is no name; a name has no blanks and no empty part beside a dot"),
  Sample("blanks around stay", "| {{>*k}} |", ["k": "p"], others: ["p": "\t|\t"], gives: "| \t|\t |"),
  Sample(
    "within a line it is not indented", "  {{a}}  {{>*k}}\n", ["a": "|", "k": "p"], others: ["p": ">\n>"],
    gives: "  |  >\n>\n"),
  Sample("alone it takes its line's end away", "|\r\n{{>*k}}\r\n|", ["k": "p"], others: ["p": ">"], gives: "|\r\n>|"),
  Sample("alone it is indented", "  {{>*k}}\n>", ["k": "p"], others: ["p": ">\n>"], gives: "  >\n  >>"),
  Sample(
    "on a last line without an end as well", ">\n  {{>*k}}", ["k": "p"], others: ["p": ">\n>"], gives: ">\n  >\n  >"),
  Sample(
    "its lines are indented, not those of values", "\\\n {{>*k}}\n/\n", ["k": "p", "a": "<\n->"],
    others: ["p": "|\n{{{a}}}\n|\n"], gives: "\\\n |\n &lt;\n-&gt;\n |\n/\n"),
  Sample("blanks inside the tag do not matter", "|{{> * k }}|", ["k": "p"], others: ["p": "[]"], gives: "|[]|"),
  Sample("delimiters do not matter", "{{=| |=}}|>*k|", ["k": "p"], others: ["p": "x"], gives: "x"),
  Sample(
    "a parent may be dynamic", "{{<*k}}{{$b}}x{{/b}}{{/*k}}", ["k": "p"], others: ["p": "[{{$b}}{{/b}}]"], gives: "[x]"),
]

@Test(arguments: samples)
func dynamicNames(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
