/// The wall clock of a place: when its offset from UTC changed, from 1990 to 2099.
///
/// A plain table, so that nothing asks the machine for its time zone while a site is built.
package struct Zone: Hashable, Sendable {
  /// As in site.yaml: Asia/Shanghai.
  package let identifier: String
  /// In order of time: from `utc` on, the wall clock shows UTC plus `offset` seconds. Never empty.
  private let spans: [Span]

  package struct Span: Hashable, Sendable {
    package let utc: Int
    package let offset: Int

    package init(utc: Int, offset: Int) {
      self.utc = utc
      self.offset = offset
    }
  }

  /// `first` is the offset before any change.
  package init(identifier: String, first: Int, changes: [Span]) {
    self.identifier = identifier
    spans = [Span(utc: .min / 2, offset: first)] + changes
  }

  /// Wall clock minus UTC at a point of real time, in seconds.
  package func offset(atUTC utc: Int) -> Int {
    spans.last { $0.utc <= utc }?.offset ?? spans[0].offset
  }

  /// Wall clock minus UTC for a reading of the wall clock; a reading that is skipped or doubled takes the earlier offset.
  package func offset(atLocal local: Int) -> Int {
    var offset = spans[0].offset
    for span in spans.dropFirst() {
      // Both offsets are tried: a doubled hour still belongs to the former one, a skipped one too.
      guard local - offset >= span.utc else { break }
      offset = span.offset
    }
    return offset
  }
}
