import Complaints
import Threads

/// Where the card of each case stands.
package struct CardIndex: Sendable {
  /// The places of all cases in the ledger, by id.
  private let ids: NameTable
  /// By the place of the case; `nil` where this audience has no card.
  private let paths: [PagePath?]

  /// The cards that an audience may open: none for the public, none of private cases outside the team, none of cases received after as-of.
  init(_ ledger: Ledger, audience: Audience, asOf: Day, jobs: Int) {
    let cases = ledger.cases
    ids = ledger.places
    // Cases come by the time they were received, so a month is named once for all of its own.
    paths = inParallel(cases.count, jobs: jobs, step: 1_024, own: { (period: Period, folder: String)?.none }) {
      place, month throws(Never) in
      let complaint = cases[place].complaint
      guard Self.isShown(complaint, audience: audience, asOf: asOf) else { return nil }
      let day = complaint.received.day
      if let month, month.period.contains(day) { return Self.path(in: month.folder, complaint.id) }
      let folder = Self.folder(of: day)
      month = (Period(.month, containing: day), folder)
      return Self.path(in: folder, complaint.id)
    }
  }

  /// The card of a case; `nil` where this audience has none.
  subscript(id: String) -> PagePath? { ids.place(of: id).flatMap { paths[$0] } }

  /// The places of the cases that have one, in order, each with it.
  var shown: [(place: Int, path: PagePath)] {
    paths.enumerated().compactMap { place, path in path.map { (place, $0) } }
  }

  /// The place of a case in the ledger; `nil` if no case has the id.
  func place(of id: String) -> Int? { ids.place(of: id) }

  /// cases/2026-10/261003.html: by month received.
  static func path(of complaint: Complaint) -> PagePath { path(in: folder(of: complaint.received.day), complaint.id) }

  /// In one piece of memory: there are as many as cases.
  private static func path(in folder: String, _ id: String) -> PagePath {
    let ending: StaticString = ".html"
    let parts = folder.utf8.count + id.utf8.count
    return PagePath(
      String(unsafeUninitializedCapacity: parts + ending.utf8CodeUnitCount) { bytes in
        let rest = UnsafeMutableBufferPointer(rebasing: bytes[bytes.initialize(fromContentsOf: folder.utf8)...])
        let end = UnsafeMutableBufferPointer(rebasing: rest[rest.initialize(fromContentsOf: id.utf8)...])
        ending.withUTF8Buffer { _ = end.initialize(fromContentsOf: $0) }
        return parts + ending.utf8CodeUnitCount
      })
  }

  private static func folder(of day: Day) -> String { "cases/\(Period(.month, containing: day))/" }

  static func isShown(_ complaint: Complaint, audience: Audience, asOf: Day) -> Bool {
    guard complaint.received.day <= asOf else { return false }
    switch audience {
    case .team: return true
    case .management: return !complaint.isPrivate
    case .public: return false
    }
  }
}
