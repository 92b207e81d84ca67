import Complaints

/// Checks that a path can only name something below attachments/; whether it is there is another question.
func checkPath(_ text: String) throws(PathFault) {
  let bytes = text.utf8
  if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { throw .control }
  if bytes.contains(UInt8(ascii: "\\")) { throw .backslash }
  if bytes.first == UInt8(ascii: "/") { throw .absolute }
  if bytes.contains(UInt8(ascii: "%")) { throw .percent }
  if hasScheme(text) { throw .scheme }
  if bytes.split(separator: UInt8(ascii: "/")).contains(where: { $0.elementsEqual("..".utf8) }) { throw .parent }
}

/// Whether a text begins like `https:` or `C:`.
///
/// Source: RFC 3986, 3.1: a letter, then letters, digits, `+`, `-` and `.`.
private func hasScheme(_ text: String) -> Bool {
  guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
  let scheme = text.utf8[..<colon]
  guard let first = scheme.first, isLetter(first) else { return false }
  return scheme.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E].contains($0) }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

/// A path without `.` and empty parts, as the listing of attachments has it.
func plainPath(_ text: String) -> String {
  let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
  let isKept = { (part: Substring.UTF8View) in !part.isEmpty && !part.elementsEqual(".".utf8) }
  let isPlain = parts.dropFirst().dropLast().allSatisfy(isKept)
  guard text.utf8.first == UInt8(ascii: ".") || !isPlain else { return text }
  return parts.filter(isKept).map { String(Substring($0)) }.joined(separator: "/")
}
