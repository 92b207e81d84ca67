internal import Hypertext

/// How wide a text is before a browser has seen it.
///
/// Advances were measured in Noto Sans CJK SC 2.004, Regular and Bold, by a browser's `measureText` at 1,200 px.
/// Han, kana and full-width punctuation are 1 em by design; so is, to be on the safe side, everything not in the table.
package enum TextWidth {
  /// The width of one line, in px.
  package static func of(_ text: String, size: Double = 12, bold: Bool = false) -> Double {
    text.withBytes { of($0, size: size, bold: bold) }
  }

  /// The text itself where it fits, else its longest beginning that fits with an ellipsis, else nothing.
  package static func elided(_ text: String, to width: Double, size: Double = 12, bold: Bool = false) -> String {
    fitted(text, to: width, size: size, bold: bold).text
  }

  /// The same with its width.
  static func fitted(
    _ text: String, to width: Double, size: Double, bold: Bool
  ) -> (text: String, width: Double) {
    let whole = of(text, size: size, bold: bold)
    if whole <= width { return (text, whole) }
    let ellipsis = of("…", size: size, bold: bold)
    if ellipsis > width { return ("", 0) }
    var (end, used) = (text.startIndex, ellipsis)
    text.withBytes { bytes in
      var start = 0
      while end < text.endIndex {
        let next = text.index(after: end)
        let count = text.utf8.distance(from: end, to: next)
        let character = UnsafeBufferPointer(rebasing: bytes[start..<start + count])
        let more = of(character, size: size, bold: bold)
        if used + more > width { break }
        (end, start, used) = (next, start + count, used + more)
      }
    }
    var shown = text[..<end]
    while shown.last == " " {
      shown.removeLast()
      used -= of(" ", size: size, bold: bold)
    }
    return (shown + "…", used)
  }

  private static func of(_ text: UnsafeBufferPointer<UInt8>, size: Double, bold: Bool) -> Double {
    let ascii = bold ? boldASCII : regularASCII
    var (thousandths, place) = (0, 0)
    while place < text.count {
      let byte = text[place]
      switch byte {
      case 0x20...0x7E:
        thousandths += ascii[Int(byte) - 0x20]
        place += 1
      case 0xE4...0xE9:
        // U+4000 to U+9FFF, nearly all of what is not ASCII.
        thousandths += 1000
        place += 3
      default:
        let (scalar, length) = scalar(at: place, of: text)
        thousandths += advance(scalar, bold: bold)
        place += length
      }
    }
    return Double(thousandths) * size / 1000
  }

  /// A scalar of valid UTF-8, and how many bytes it takes.
  private static func scalar(
    at place: Int, of text: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let length = max(1, (~text[place]).leadingZeroBitCount)
    var value = length == 1 ? UInt32(text[place]) : UInt32(text[place]) & (0x7F >> UInt32(length))
    for byte in text[(place + 1)..<(place + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The advance of one scalar in thousandths of an em.
  static func advance(_ scalar: Unicode.Scalar, bold: Bool) -> Int {
    switch scalar.value {
    case 0x3000...0xFDFF: 1000
    case 0x20...0x7E: (bold ? boldASCII : regularASCII)[Int(scalar.value) - 0x20]
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
    case 0x00C0...0x00FF: 910
    case 0x2212: bold ? 590 : 555
    case 0x2013: bold ? 544 : 536
    case 0x2014: bold ? 908 : 894
    case 0x00B0: bold ? 404 : 370
    case 0x2032: bold ? 325 : 278
    case 0x2033: bold ? 574 : 474
    case 0xFF61...0xFF9F: 500
    default: 1000
    }
  }

  /// U+0020 to U+007E.
  private static let regularASCII = [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392,
    555, 555, 555, 555, 555, 555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474,
    946, 608, 657, 638, 688, 589, 552, 689, 728, 293, 535, 646, 543, 812, 723, 742,
    633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555, 559,
    606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606,
    620, 620, 388, 468, 377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
  ]

  private static let boldASCII = [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387,
    590, 590, 590, 590, 590, 590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514,
    1007, 641, 681, 656, 714, 615, 585, 717, 757, 330, 568, 686, 578, 853, 749, 770,
    667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590, 567,
    626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626,
    644, 644, 436, 495, 421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
  ]
}
