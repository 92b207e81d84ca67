/// A measure across cases: what is changed, by whom and by when, which figure it is to move and how far, and whether it
/// did.
package final class Improvement: Sendable {
  /// The name of its file without the ending; it also names its page.
  package let name: String
  package let path: String
  package let title: String
  package let owner: String?
  package let due: Moment?
  /// A figure of a period in metrics.json; `nil` where the ledger cannot measure the effect.
  package let metric: String?
  /// The part of the cases that the figure is taken of; `nil` is all of them.
  package let split: Split?
  /// The figure before, in its own unit: a rate as a fraction, money in the currency's unit.
  package let baseline: Quantity?
  /// The value to reach; with `isRelative` the part of the baseline by which the figure is to become better, 0.05 for 5 %.
  package let target: Quantity?
  package let isRelative: Bool
  /// In order of time.
  package let progress: [Progress]
  /// The ids of the cases that gave rise to it.
  package let cases: [String]
  package let done: Moment?
  /// What the check of its effect found; `nil` while nobody has looked.
  package let isEffective: Bool?
  package let confirmedBy: String?
  package let confirmedOn: Moment?
  /// As it was read, with the place of each value.
  package let record: Record
  /// UTF-8, valid.
  package let narrative: [UInt8]
  package let narrativeLine: Int

  /// One key of a dimension of metrics.json.
  package struct Split: Hashable, Sendable {
    package let dimension: String
    package let key: String

    package init(dimension: String, key: String) {
      self.dimension = dimension
      self.key = key
    }
  }

  /// How far it had come by a time.
  package struct Progress: Hashable, Sendable {
    package let at: Moment
    package let note: String?
    /// In hundredths of a percent; `nil` where only a note was written.
    package let percent: Int?

    package init(at: Moment, note: String?, percent: Int?) {
      self.at = at
      self.note = note
      self.percent = percent
    }
  }

  /// - Parameters:
  ///   - record: Of the schema of improvements.
  ///   - metric: The figure by its key, whatever name the file has for it.
  ///   - split: The same of dimension and key.
  /// - Returns: `nil` without a title.
  package init?(
    _ record: Record, name: String, path: String, metric: String?, split: Split?, narrative: [UInt8] = [],
    narrativeLine: Int = 1
  ) {
    guard let title = record.text("title") else { return nil }
    self.name = name
    self.path = path
    self.title = title
    self.metric = metric
    self.split = split
    self.record = record
    self.narrative = narrative
    self.narrativeLine = narrativeLine
    owner = record.text("owner")
    due = record.moment("due")
    baseline = record.quantity("baseline")
    target = record.quantity("target")
    isRelative = record.yesNo("relative") ?? false
    progress = record.maps("progress").compactMap(Progress.init).enumerated().sorted { one, other in
      let (a, b) = (one.element.at, other.element.at)
      return Moment.order(a, b) || !Moment.order(b, a) && one.offset < other.offset
    }.map(\.element)
    cases = record.texts("cases")
    done = record.moment("done")
    isEffective = record.yesNo("effective")
    confirmedBy = record.text("confirmed_by")
    confirmedOn = record.moment("confirmed_on")
  }
}

extension Improvement.Progress {
  init?(_ record: Record) {
    guard let at = record.moment("at") else { return nil }
    self.init(at: at, note: record.text("note"), percent: record.percent("percent"))
  }
}
