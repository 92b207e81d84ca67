/// Whether cmark 0.30 may need more time for a source than anyone waits, which no narrative written by hand does.
///
/// Each link passes over all images that are open before it, and each piece of markup over all blocks around it, so a
/// megabyte of `![[]()`, or of `>` before much emphasis, takes minutes. 1,000 images in a paragraph and 500 blocks begun
/// on a line stay well below a second.
func isExcessive(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
  // Fewer bytes cannot make so many of either.
  guard source.count > mostMarks else { return false }
  var images = 0
  var marks = 0
  var isPrefix = true
  var isBlankSoFar = true
  var previous = UInt8(ascii: "\n")
  for byte in source {
    switch byte {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      if isBlankSoFar { images = 0 }
      (marks, isPrefix, isBlankSoFar) = (0, true, true)
    case UInt8(ascii: " "), UInt8(ascii: "\t"):
      if isPrefix, "-+*.)".utf8.contains(previous) { marks += 1 }
    case UInt8(ascii: ">"):
      if isPrefix { marks += 1 }
      isBlankSoFar = false
    case UInt8(ascii: "["):
      if previous == UInt8(ascii: "!") { images += 1 }
      (isPrefix, isBlankSoFar) = (false, false)
    default:
      isPrefix = isPrefix && mayBeginBlock(byte)
      isBlankSoFar = false
    }
    if images > mostImages || marks > mostMarks { return true }
    previous = byte
  }
  return false
}

private let (mostImages, mostMarks) = (1_000, 500)

/// Whether a byte may be part of the mark of a list item.
private func mayBeginBlock(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
    UInt8(ascii: "."), UInt8(ascii: ")"):
    true
  default: false
  }
}
