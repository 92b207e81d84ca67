import Complaints
import Foundation

/// A text without the blanks at both ends, ideographic and unbreakable ones included, in Unicode NFC.
func trimmed(_ text: String) -> String {
  if isCommon(text) { return text }
  var view = text.unicodeScalars[...]
  while let first = view.first, isBlank(first) { view.removeFirst() }
  while let last = view.last, isBlank(last) { view.removeLast() }
  let isWhole = view.startIndex == text.unicodeScalars.startIndex && view.endIndex == text.unicodeScalars.endIndex
  return composed(isWhole ? text : String(Substring(view)))
}

/// A text as above; `nil` if it is so already.
func trimmedIfNeeded(_ text: UnsafeBufferPointer<UInt8>) -> String? {
  isCommon(text) ? nil : trimmed(String(decoding: text, as: UTF8.self))
}

private func isCommon(_ text: String) -> Bool { text.utf8.withContiguousStorageIfAvailable(isCommon) ?? false }

/// Whether a text is made of ASCII and common Chinese characters and signs alone, and neither begins nor ends blank:
/// then it is trimmed, composed, and all of it can be seen.
func isCommon(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let first = bytes.first, let last = bytes.last, first > 0x20, last > 0x20 else { return bytes.isEmpty }
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case ..<0x80: index += 1
    // U+4000 to U+9FFF.
    case 0xE4...0xE9: index += 3
    // U+FF00 to U+FFEF: full-width forms.
    case 0xEF where bytes[index + 1] >= 0xBC: index += 3
    // U+3001 to U+3029: Chinese punctuation, but not the blank before it.
    case 0xE3 where bytes[index + 1] == 0x80 && (0x81...0xA9).contains(bytes[index + 2]): index += 3
    // U+2010 to U+2027: dashes, quotes, the ellipsis.
    case 0xE2 where bytes[index + 1] == 0x80 && (0x90...0xA7).contains(bytes[index + 2]): index += 3
    // U+00B0 to U+00FF: °, ·, ×, letters with accents.
    case 0xC2 where bytes[index + 1] >= 0xB0: index += 2
    case 0xC3: index += 2
    default: return false
    }
  }
  return true
}

private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
  default: false
  }
}

/// A text in Unicode NFC.
func composed(_ text: String) -> String {
  // Common Chinese and Latin text is composed already, and needs no look at Unicode's tables.
  if text.utf8.allSatisfy({ $0 < 0x80 }) || text.unicodeScalars.allSatisfy(isSurelyComposed) { return text }
  return text.precomposedStringWithCanonicalMapping
}

/// Characters that NFC never changes and that never join with one another.
private func isSurelyComposed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case ..<0x300, 0x2010...0x2027, 0x2190...0x2328, 0x2460...0x27BF, 0x3001...0x3029, 0x3400...0x9FFF, 0xFF00...0xFFEF:
    true
  default: false
  }
}

/// The first character of a text that nobody can see: zero-width ones and marks of direction.
func firstInvisible(_ text: String) -> UInt32? {
  if isCommon(text) { return nil }
  return text.unicodeScalars.first { scalar in
    switch scalar.value {
    case 0xAD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
    default: false
    }
  }?.value
}

/// The name of a text under which two that look alike on some file systems are one: NFC without case.
func folded(_ text: String) -> String {
  // Digits, signs and small letters of ASCII stay what they are.
  if text.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) }) { return text }
  // Up and down again also joins what only one case tells apart: ß and ss, ς and σ.
  return composed(text.uppercased().lowercased())
}
