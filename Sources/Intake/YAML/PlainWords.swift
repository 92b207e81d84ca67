/// What libyaml says is wrong, as one sentence that also says what would be right.
///
/// - Parameter problem: One of the messages of libyaml 0.2's scanner and parser.
func plainWords(_ problem: String) -> String {
  switch problem {
  case "mapping values are not allowed in this context":
    "a ': ' where no key can stand; put a value that holds ': ' in quotes, and check the indentation"
  case "mapping keys are not allowed in this context": "a '? ' where no key can stand; put the value in quotes"
  case "block sequence entries are not allowed in this context":
    "a '- ' where no list can begin; put the list on the lines below its key"
  case "could not find expected ':'":
    "a line that is neither 'key: value' nor part of a value; add the ':', or indent it"
  case "did not find expected key":
    "this line is not indented like the keys beside it; begin it in the same column, and check the quotes above it"
  case "did not find expected '-' indicator":
    "this line does not belong to the list above it; begin each item with '- ' in the same column"
  case "did not find expected ',' or '}'":
    "the braces '{ }' here or on a line above are not well formed; separate the keys by ',' and close with '}'"
  case "did not find expected ',' or ']'":
    "the brackets '[ ]' here or on a line above are not well formed; separate the items by ',' and close with ']'"
  case "did not find expected node content": "a value is expected here; write it, or put it in quotes"
  case "did not find expected <document start>": "text after the end of the fields; check the indentation"
  case "found unexpected end of stream": "a quoted value has no end; close the quotes"
  case "found unexpected document indicator": "a fence inside a quoted value; close the quotes before it"
  case "found character that cannot start any token":
    "a value cannot begin with this character; put the value in quotes"
  case "found a tab character that violates indentation",
    "found a tab character where an indentation space is expected":
    "a tab in the indentation; indent with blanks"
  case "found unknown escape character":
    "an unknown escape in double quotes; write '\\\\' for a backslash, or use single quotes"
  case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
    "an escape in double quotes is not a character; write the character itself"
  case "did not find expected comment or line break": "text after a '|' or '>'; begin it on the next line"
  case "found an indentation indicator equal to 0": "an indentation of 0 after '|' or '>'; leave the number out"
  case "did not find expected alphabetic or numeric character":
    "a '&' or '*' begins the value; put the value in quotes"
  case "found unexpected ':'": "a ':' inside a plain value; put the value in quotes"
  case "exceeded maximum nesting level": "nested too deep; write it flatter"
  default: "this is not well-formed YAML; check indentation, quotes and colons"
  }
}
