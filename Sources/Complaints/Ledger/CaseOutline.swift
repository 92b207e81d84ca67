/// What is asked of every case, whether anything else of it is or not: plain numbers, so that it can be kept apart from the
/// record.
package struct CaseOutline: BitwiseCopyable, Sendable {
  package let received: Moment
  /// As the store of the record has it.
  let latest: Day
  /// The same; where the map of the case begins.
  let root: Int32
  package let kind: Complaint.Kind
  /// As the file has it; `nil` where it says nothing.
  package let status: Complaint.Status?
  package let isPrivate, isAppeal: Bool
  /// Whether it names other cases.
  package let namesOthers: Bool
}

extension Complaint {
  /// Of its record as it was read.
  package var outline: CaseOutline {
    CaseOutline(
      received: received, latest: record.store.latest, root: record.store.root, kind: kind, status: writtenStatus,
      isPrivate: isPrivate, isAppeal: isAppeal, namesOthers: namesOthers)
  }
}
