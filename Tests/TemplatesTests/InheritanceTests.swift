import Templates
import Testing

/// Facts of the module «inheritance» of the Mustache specification, 1.4, but for white space.
private let samples: [Sample] = [
  Sample("a block shows its default", "{{$t}}none yet{{/t}}\n", gives: "none yet\n"),
  Sample("a default prints values", "{{$t}}a {{v}} b{{/t}}\n", ["v": "x"], gives: "a x b\n"),
  Sample("in three braces as well", "{{$t}}a {{{v}}} b{{/t}}\n", ["v": "<"], gives: "a &lt; b\n"),
  Sample("a default has sections", "{{$t}}a {{#s}}{{v}}{{/s}} b{{/t}}\n", ["s": ["v": "x"]], gives: "a x b\n"),
  Sample("and inverted ones", "{{$t}}a {{^s}}{{v}}{{/s}} b{{/t}}\n", ["s": false, "v": "x"], gives: "a x b\n"),
  Sample("a printed value is no template", "{{$t}}{{#s}}{{v}}{{/s}}{{/t}}\n", ["s": ["v": "{{w}}"]], gives: "{{w}}\n"),
  Sample("a parent shows its defaults", "{{<p}}{{/p}}\n", others: ["p": "{{$b}}default{{/b}}"], gives: "default"),
  Sample(
    "a block fills the parent's", "{{<p}}{{$b}}mine{{/b}}{{/p}}", others: ["p": "..{{$b}}default{{/b}}.."],
    gives: "..mine.."),
  Sample(
    "a value does not fill a block", "{{<p}}{{$b}}mine{{/b}}{{/p}}", ["b": "v"], others: ["p": "{{$b}}default{{/b}}"],
    gives: "mine"),
  Sample("nor its default", "{{<p}}{{/p}}", ["b": "v"], others: ["p": "{{$b}}default{{/b}}"], gives: "default"),
  Sample(
    "a parent may stand in a line", "a {{<p}}{{$b}}mine{{/b}}{{/p}} c", others: ["p": "{{$b}}..{{/b}}"],
    gives: "a mine c"),
  Sample(
    "each use has its own blocks", "a {{<p}}{{$b}}1{{/b}}{{/p}} {{<p}}{{$b}}2{{/b}}{{/p}}\n",
    others: ["p": "|{{$b}}..{{/b}}{{$c}} d{{/c}}|"], gives: "a |1 d| |2 d|\n"),
  Sample(
    "blocks are filled one by one", "{{<p}}{{$c}}mine{{/c}}{{/p}}", others: ["p": "{{$b}}1{{/b}}, {{$c}}2{{/c}}"],
    gives: "1, mine"),
  Sample("a parent without blocks is a partial", "{{>p}}|{{<p}}{{/p}}", others: ["p": "{{$b}}x{{/b}}"], gives: "x|x"),
  Sample(
    "parents may include each other where a block ends it", "{{<p}}{{$f}}mine{{/f}}{{/p}}",
    others: [
      "p": "{{$f}}1{{/f}} {{$b}}{{<q}}{{/q}}{{/b}}", "q": "{{$f}}2{{/f}} {{<p}}{{$b}}the end{{/b}}{{/p}}",
    ], gives: "mine mine mine the end"),
  Sample(
    "the outermost filling holds", "{{<p}}{{$a}}c{{/a}}{{/p}}",
    others: ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], gives: "c"),
  Sample(
    "of those that there are", "{{<p}}{{/p}}",
    others: ["p": "{{<o}}{{$a}}p{{/a}}{{/o}}", "o": "{{<g}}{{$a}}o{{/a}}{{/g}}", "g": "{{$a}}g{{/a}}"], gives: "p"),
  Sample(
    "text in a parent is not printed", "{{<p}} a {{$b}}mine{{/b}} c {{/p}}", others: ["p": "{{$b}}x{{/b}}"],
    gives: "mine"),
  Sample("also without blocks", "{{<p}} a b c {{/p}}", others: ["p": "{{$b}}x{{/b}}"], gives: "x"),
  Sample(
    "a filling knows the names where it is shown", "{{<p}}{{$b}}eats {{f}}{{/b}}{{/p}}", ["f": "1", "n": ["f": "2"]],
    others: ["p": "{{#n}}{{$b}}has {{f}}{{/b}}{{/n}}"], gives: "eats 2"),
]

/// The module's cases on white space.
private let whitespace: [Sample] = [
  Sample(
    "a filling keeps its lines", "{{<p}}{{$b}}\nx\n\ny\n{{/b}}{{/p}}", others: ["p": "{{$b}}z{{/b}}"], gives: "x\n\ny\n"
  ),
  Sample(
    "a filling takes the block's indentation", "{{<p}}{{$b}}mine{{/b}}{{/p}}",
    others: ["p": "a:\n  {{$b}}default{{/b}}\n"],
    gives: "a:\n  mine\n"),
  Sample(
    "a pair of parent tags may share its line", "a\n  {{<p}}{{/p}}\n", others: ["p": "x\ny\n"], gives: "a\n  x\n  y\n"),
  Sample(
    "a pair of block tags may share its line", "{{<p}}{{$b}}\nx\ny{{/b}}\n{{/p}}\n",
    others: ["p": "a\n  {{$b}}{{/b}}\n"],
    gives: "a\n  x\n  y\n"),
  Sample(
    "a filling leaves its own indentation behind", "{{<p}}{{$b}}\n    x\n    y\n{{/b}}{{/p}}\n",
    others: ["p": "a\n  {{$b}}\n  {{/b}}\n"], gives: "a\n  x\n  y\n"),
  Sample(
    "and takes that of the default content", "{{<p}}{{$b}}\nx\ny\n{{/b}}{{/p}}\n",
    others: ["p": "a\n{{$b}}\n  default\n{{/b}}\n"], gives: "a\n  x\n  y\n"),
  Sample(
    "relative to the block around it", "{{<p}}{{$n}}\nz\n{{/n}}{{/p}}\n",
    others: [
      "p": "{{<g}}{{$b}}\n  x\n  {{$n}}\n    y\n  {{/n}}\n{{/b}}{{/g}}\n", "g": "{{$b}}default{{/b}}",
    ], gives: "x\n  z\n"),
]

@Test(arguments: samples + whitespace)
func inheritance(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}

private let layout = """
  <html>
    <title>{{$title}}kesu{{/title}}</title>
    {{$head}}{{/head}}
    <main>
      {{$main}}
      <p>nothing</p>
      {{/main}}
    </main>
  </html>

  """

/// What a layout needs beyond the specification's own cases.
@Test(arguments: [
  Sample(
    "defaults look as they were written", "{{>layout}}", others: ["layout": layout],
    gives: "<html>\n  <title>kesu</title>\n  <main>\n    <p>nothing</p>\n  </main>\n</html>\n"),
  Sample(
    "a page reads like its parts",
    "{{<layout}}\n{{$title}}Cases{{/title}}\n{{$main}}\n<ul>\n  {{#a}}\n  <li>{{.}}\n  {{/a}}\n</ul>\n{{/main}}\n{{/layout}}\n",
    ["a": [1, 2]], others: ["layout": layout],
    gives:
      "<html>\n  <title>Cases</title>\n  <main>\n    <ul>\n      <li>1\n      <li>2\n    </ul>\n  </main>\n</html>\n"),
  Sample(
    "a filling's own parents do not take the page's blocks",
    "{{<outer}}{{$title}}page{{/title}}{{$main}}{{<card}}{{$title}}card{{/title}}{{/card}}{{/main}}{{/outer}}",
    others: ["outer": "{{$title}}{{/title}}: {{$main}}{{/main}}", "card": "[{{$title}}{{/title}}]"],
    gives: "page: [card]"),
  Sample(
    "partials of a filling are indented with it", "{{<p}}{{$b}}\n  {{>q}}\n{{/b}}{{/p}}\n",
    others: ["p": "<\n  {{$b}}\n  {{/b}}\n>\n", "q": "x\ny\n"], gives: "<\n  x\n  y\n>\n"),
  Sample(
    "a filling with lines begins within a line where the block does", "  {{>o}}\n",
    others: ["o": "{{<p}}{{$b}}\nx\ny\n{{/b}}{{/p}}", "p": "<b>{{$b}}{{/b}}</b>\n"], gives: "  <b>x\n  y\n</b>\n"),
  Sample(
    "CRLF ends a filled line as well", "{{<p}}{{$b}}x{{/b}}{{/p}}", others: ["p": "a\r\n {{$b}}{{/b}}\r\nc"],
    gives: "a\r\n x\r\nc"),
])
func layouts(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
