import Complaints

/// Checks an id: letters and digits of any script and `-_.`, at most 80 bytes, safe as a file name.
///
/// - Parameter text: Trimmed, in NFC.
func checkID(_ text: String) throws(IDFault) {
  for scalar in text.unicodeScalars where !isAllowed(scalar) { throw .character(scalar.value) }
  guard text.utf8.count <= 80 else { throw .tooLong }
  guard text.utf8.first != UInt8(ascii: ".") else { throw .leadingPoint }
  guard text.utf8.count != 5 || folded(text) != "index" else { throw .reserved }
}

private func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
  case ..<0x80: false
  default:
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
    default: false
    }
  }
}

/// Reads yes or no in either language.
func readYesNo(_ text: String) -> Bool? {
  switch text {
  case "是", "yes", "true": return true
  case "否", "no", "false": return false
  default: break
  }
  switch text.lowercased() {
  case "yes", "true": return true
  case "no", "false": return false
  default: return nil
  }
}
