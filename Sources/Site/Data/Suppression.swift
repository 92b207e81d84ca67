import Complaints

extension Edition {
  /// Whether small counts are withheld from this edition.
  var suppresses: Bool { audience == .public && settings.minimumCell != nil }
}
