import Templates
import Testing

/// Facts of the module «delimiters» of the Mustache specification, 1.4.
@Test(arguments: [
  Sample("a pair takes the place of the braces", "{{=<% %>=}}(<%a%>{{a}})", ["a": 1], gives: "(1{{a}})"),
  Sample("any signs will do", "({{=[ ]=}}[a])", ["a": 1], gives: "(1)"),
  Sample(
    "sections know both pairs", "[\n{{#s}}\n  {{a}}\n  |a|\n{{/s}}\n\n{{= | | =}}\n|#s|\n  {{a}}\n  |a|\n|/s|\n]\n",
    ["s": true, "a": 1], gives: "[\n  1\n  |a|\n\n  {{a}}\n  1\n]\n"),
  Sample(
    "inverted sections know both pairs",
    "[\n{{^s}}\n  {{a}}\n  |a|\n{{/s}}\n\n{{= | | =}}\n|^s|\n  {{a}}\n  |a|\n|/s|\n]\n",
    ["s": false, "a": 1], gives: "[\n  1\n  |a|\n\n  {{a}}\n  1\n]\n"),
  Sample(
    "a partial starts with braces again", "[ {{>p}} ]\n{{= | | =}}\n[ |>p| ]\n", ["a": 1], others: ["p": ".{{a}}."],
    gives: "[ .1. ]\n[ .1. ]\n"),
  Sample(
    "what a partial sets ends with it", "[ {{>p}} ]\n[ .{{a}}.  .|a|. ]\n", ["a": 1],
    others: ["p": ".{{a}}. {{= | | =}} .|a|."], gives: "[ .1.  .1. ]\n[ .1.  .|a|. ]\n"),
  Sample("braces may come back", "{{=<% %>=}}<%a%><%={{ }}=%>{{a}}", ["a": 1], gives: "11"),
  Sample("blanks around stay", "| {{=@ @=}} |", gives: "|  |"),
  Sample("blanks before stay", " | {{=@ @=}}\n", gives: " | \n"),
  Sample("alone it takes its line away", "a\n{{=@ @=}}\nb\n", gives: "a\nb\n"),
  Sample("indented as well", "a\n  {{=@ @=}}\nb\n", gives: "a\nb\n"),
  Sample("with CRLF as well", "|\r\n{{= @ @ =}}\r\n|", gives: "|\r\n|"),
  Sample("on the first line as well", "  {{=@ @=}}\n=", gives: "="),
  Sample("on a last line without an end as well", "=\n  {{=@ @=}}", gives: "=\n"),
  Sample("blanks inside do not matter", "|{{= @   @ =}}|", gives: "||"),
])
func delimiters(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
