/// One tag as it stands in a source, not yet related to others.
struct Tag {
  enum Kind {
    case value, section, inverted, closing, partial, parent, block
    /// A comment or a change of delimiters: prints nothing, means nothing further on.
    case silent
  }

  let kind: Kind
  /// The whole tag, delimiters included.
  let range: Range<Int>
  /// Without blanks around it; empty for `silent`.
  let name: String
  /// Whether a `*` stands before the name: the template's name is looked up in rendering.
  let isDynamic: Bool
  /// The begin of the line, if only blanks stand between it and the tag.
  let lineBegin: Int?
  /// The line ending, if only blanks stand between the tag and it; empty at the end of the file.
  let lineEnding: Range<Int>?

  /// Alone on its line, which then is no line of the output.
  var isStandalone: Bool { kind != .value && lineBegin != nil && lineEnding != nil }
}
