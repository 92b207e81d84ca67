import Hypertext
import Templates
import Testing

/// Facts of the module «interpolation» of the Mustache specification, 1.4; where a name is missing there, here is an error.
private let samples: [Sample] = [
  Sample("single braces are text", "{a} and } and {", gives: "{a} and } and {"),
  Sample("a name prints its value", "lot {{lot}}.", ["lot": "L7"], gives: "lot L7."),
  Sample("text is escaped", "{{a}}", ["a": "<b> & \"c\" 'd'"], gives: "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
  Sample("text is escaped in three braces as well", "{{{a}}}", ["a": "<&>"], gives: "&lt;&amp;&gt;"),
  Sample("text is escaped behind an ampersand as well", "{{&a}}", ["a": "<&>"], gives: "&lt;&amp;&gt;"),
  Sample("markup is copied", "{{{a}}}|{{&a}}|{{a}}", ["a": bold], gives: "<b>&lt;</b>|<b>&lt;</b>|<b>&lt;</b>"),
  Sample("a printed value is no template", "{{a}}", ["a": "{{b}}"], gives: "{{b}}"),
  Sample("numbers print as digits", "{{n}} {{{n}}} {{&n}}", ["n": -85], gives: "-85 -85 -85"),
  Sample("zero prints", "{{n}}", ["n": 0], gives: "0"),
  Sample("a decimal prints as it was written", "{{n}}", ["n": "1.21"], gives: "1.21"),
  Sample("none prints nothing", "[{{a}}{{{a}}}{{&a}}]", ["a": .none], gives: "[]"),
  Sample("empty text prints nothing", "[{{a}}]", ["a": ""], gives: "[]"),
  Sample("a missing name is an error", "[{{a}}]", gives: "!there is no 'a' here; there are no names at all"),
  Sample("also in three braces", "[{{{ab}}}]", ["abc": ""], gives: "!there is no 'ab' here; the nearest is 'abc'"),
  Sample("also behind an ampersand", "[{{&ab}}]", ["abc": ""], gives: "!there is no 'ab' here; the nearest is 'abc'"),
  Sample("a dot leads into an object", "{{a.b}} {{{a.b}}} {{&a.b}}", ["a": ["b": "x"]], gives: "x x x"),
  Sample("a dotted name is short for sections", "{{a.b}}{{#a}}{{b}}{{/a}}", ["a": ["b": "x"]], gives: "xx"),
  Sample("dots lead to any depth", "{{a.b.c.d.e}}", ["a": ["b": ["c": ["d": ["e": 5]]]]], gives: "5"),
  Sample(
    "a chain that breaks is an error", "{{a.b.c}}", ["a": [:], "b": ["c": "x"]],
    gives: "!'a' has no 'b'; it has no names at all; ask with '{{#a}}' where it may be empty"),
  Sample(
    "each part is looked for in its whole only", "{{a.b.c}}", ["a": ["b": ["d": 1]], "c": "x"],
    gives: "!'a.b' has no 'c'; the nearest is 'd'"),
  Sample(
    "the first part is any name around", "{{#a}}{{b.c}}{{/a}}", ["a": ["b": ["c": 1]], "b": ["c": 2]], gives: "1"),
  Sample(
    "the first part found binds the others", "{{#a}}{{b.c}}{{/a}}", ["a": ["b": [:]], "b": ["c": 2]],
    gives: "!'b' has no 'c'; it has no names at all; ask with '{{#b}}' where it may be empty"),
  Sample("a leading dot looks no further", "{{#a}}{{.n}}{{/a}}", ["a": ["n": 1], "n": 2], gives: "1"),
  Sample(
    "a leading dot misses what stands further out", "{{#a}}{{.n}}{{/a}}", ["a": ["m": 1], "n": 2],
    gives: "!there is no 'n' here; the nearest is 'm'"),
  Sample("a dotted name is no single key", "{{a.b}}", ["a.b": 1, "a": ["b": 2]], gives: "2"),
  Sample("a single key does not mask a path", "{{a.b}}", ["a": ["b": 2], "a.b": 1], gives: "2"),
  Sample("blanks around stay", "| {{a}} {{{a}}} {{&a}} |", ["a": "-"], gives: "| - - - |"),
  Sample("a value alone on its line keeps the line", "  {{a}}\n {{{a}}}\n{{&a}}\n", ["a": "-"], gives: "  -\n -\n-\n"),
  Sample("blanks inside do not matter", "|{{ a }}{{{ a }}}{{& a }}{{\n a\t}}|", ["a": "-"], gives: "|----|"),
  Sample("names are of any script", "{{投诉.编号}}", ["投诉": ["编号": "8D-1"]], gives: "8D-1"),
]

private let bold: TemplateValue = {
  var markup = Markup()
  markup.element("b", text: "<")
  return .markup(markup)
}()

@Test(arguments: samples)
func interpolation(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

/// «.» itself; the module's section on implicit iterators.
@Test(arguments: [
  Sample("the innermost value is a dot", "{{#a}}{{.}}{{{.}}}{{&.}}{{/a}}", ["a": "<"], gives: "&lt;&lt;&lt;"),
  Sample("numbers too", "{{#a}}{{.}}{{/a}}", ["a": 85], gives: "85"),
  Sample("markup too", "{{#a}}{{.}}{{/a}}", ["a": bold], gives: "<b>&lt;</b>"),
  Sample(
    "an object is none to print", "{{.}}", gives: "!'.' is an object and cannot be printed; use it as '{{#.}}…{{/.}}'"),
])
func implicitIterator(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
