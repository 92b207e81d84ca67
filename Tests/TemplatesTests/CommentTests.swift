import Templates
import Testing

/// Facts of the module «comments» of the Mustache specification, 1.4.
@Test(arguments: [
  Sample("a comment prints nothing", "12{{! note }}34", gives: "1234"),
  Sample("it may have lines", "12{{!\n note\n more\n}}34\n", gives: "1234\n"),
  Sample("alone it takes its line away", "a\n{{! note }}\nb\n", gives: "a\nb\n"),
  Sample("indented as well", "a\n  {{! note }}\nb\n", gives: "a\nb\n"),
  Sample("with CRLF as well", "|\r\n{{! note }}\r\n|", gives: "|\r\n|"),
  Sample("on the first line as well", "  {{! note }}\n!", gives: "!"),
  Sample("on a last line without an end as well", "!\n  {{! note }}", gives: "!\n"),
  Sample("alone with several lines it takes them all", "a\n{{!\nnote\n}}\nb\n", gives: "a\nb\n"),
  Sample("indented with several lines as well", "a\n  {{!\n    note\n  }}\nb\n", gives: "a\nb\n"),
  Sample("within a line it leaves the blanks", "  12 {{! 34 }}\n", gives: "  12 \n"),
  Sample("on both sides", "12 {{! note }} 34", gives: "12  34"),
  Sample("what it says is no name", "({{! a }}{{!a}})", ["! a": 1, "!a": 2, "a": 3], gives: "()"),
  Sample("it may show an opening", "{{! write {{a }}x", gives: "x"),
])
func comments(sample: Sample) {
  #expect(sample.outcome == sample.expected)
}
