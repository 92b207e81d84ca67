import Complaints
import Glibc

/// Where the parts of a Markdown file lie, as offsets of its bytes.
struct FrontMatter {
  /// The YAML, without its fences; empty where the file has none.
  let yaml: Range<Int>
  /// The line on which the YAML begins.
  let yamlLine: Int
  /// The narrative: all that follows the closing fence.
  let text: Range<Int>
  let textLine: Int

  /// At most 64 KiB.
  static let largest = 65_536

  /// Finds the fences; splits on bytes, since a carriage return and line feed are one character.
  ///
  /// - Parameter start: Past a byte order mark.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(Fault) {
    let opening = Line(bytes, at: start)
    guard opening.isDashes else {
      throw Fault(
        .frontMatter(opening.textAfterDashes == nil ? .noFence : .textAfterFence),
        at: Mark(line: 1, column: opening.textAfterDashes ?? 1))
    }
    var (start, number) = Line.skipUsual(bytes, from: opening.next, 2)
    var line = Line(bytes, at: start)
    var fault: Fault?
    while !(line.isDashes || line.isPoints) {
      guard line.next > line.start else { throw Fault(.frontMatter(.unclosed), at: Mark(line: 1, column: 1)) }
      if fault == nil { fault = line.fault(number) }
      (start, number) = Line.skipUsual(bytes, from: line.next, number + 1)
      line = Line(bytes, at: start)
    }
    if line.start - opening.next > Self.largest {
      throw Fault(.frontMatter(.tooLarge), at: Mark(line: 1, column: 1))
    }
    if let fault { throw fault }
    yaml = opening.next..<line.start
    yamlLine = 2
    text = line.next..<bytes.count
    textLine = number + 1
  }

  /// Whether a file begins with a fence, for those that need none.
  static func isThere(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    let line = Line(bytes, at: start)
    return line.isDashes || line.textAfterDashes != nil
  }
}

/// One line of bytes.
private struct Line {
  let start: Int
  /// Where the next one begins: the same as `start` at the end of the file.
  let next: Int
  let isDashes: Bool
  let isPoints: Bool
  /// The column of what stands after `---` or `...` and a blank.
  let textAfterDashes: Int?
  private let isDirective: Bool

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    self.start = start
    let end = Self.end(of: bytes, from: start)
    next = min(end + 1, bytes.count)
    isDirective = start < end && bytes[start] == UInt8(ascii: "%")
    guard end - start >= 3, bytes[start] == bytes[start + 1], bytes[start] == bytes[start + 2],
      bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: ".")
    else {
      (isDashes, isPoints, textAfterDashes) = (false, false, nil)
      return
    }
    var after = start + 3
    while after < end, bytes[after] == 0x20 || bytes[after] == 0x09 || bytes[after] == 0x0D { after += 1 }
    isDashes = after == end && bytes[start] == UInt8(ascii: "-")
    isPoints = after == end && bytes[start] == UInt8(ascii: ".")
    textAfterDashes = after < end && after > start + 3 ? after - start + 1 : nil
  }

  /// Goes past the lines that are neither fence nor anything that must not stand between fences, as nearly all are.
  static func skipUsual(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ number: Int
  ) -> (start: Int, number: Int) {
    var (start, number) = (start, number)
    while start < bytes.count, bytes[start] != UInt8(ascii: "-"), bytes[start] != UInt8(ascii: "."),
      bytes[start] != UInt8(ascii: "%")
    {
      let end = end(of: bytes, from: start)
      guard end < bytes.count else { return (start, number) }
      (start, number) = (end + 1, number + 1)
    }
    return (start, number)
  }

  /// Where the line feed stands that ends a line; the end of the file where there is none.
  private static func end(of bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return bytes.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// What no line between the fences may be.
  func fault(_ number: Int) -> Fault? {
    if isDirective { return Fault(.frontMatter(.directive), at: Mark(line: number, column: 1)) }
    return textAfterDashes.map { Fault(.frontMatter(.textAfterFence), at: Mark(line: number, column: $0)) }
  }
}
