import Complaints

/// Where the card of each case stands.
package struct CardIndex: Sendable {
  private let paths: [String: PagePath]

  /// The cards that an audience may open: none for the public, none of private cases outside the team, none of cases received after as-of.
  init(_ cases: [CaseFile], audience: Audience, asOf: Day) {
    var paths = [String: PagePath](minimumCapacity: cases.count)
    // Cases come by the time they were received, so a month is named once for all of its own.
    var month: (period: Period, folder: String)?
    for file in cases where Self.isShown(file.complaint, audience: audience, asOf: asOf) {
      let day = file.complaint.received.day
      let folder = month.flatMap { $0.period.contains(day) ? $0.folder : nil } ?? Self.folder(of: day)
      if month?.folder != folder { month = (Period(.month, containing: day), folder) }
      paths[file.complaint.id] = PagePath(folder + file.complaint.id + ".html")
    }
    self.paths = paths
  }

  /// The card of a case; `nil` where this audience has none.
  subscript(id: String) -> PagePath? { paths[id] }

  /// cases/2026-10/261003.html: by month received.
  static func path(of complaint: Complaint) -> PagePath {
    PagePath(folder(of: complaint.received.day) + complaint.id + ".html")
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
