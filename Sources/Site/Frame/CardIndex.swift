import Complaints

/// Where the card of each case stands.
package struct CardIndex: Sendable {
  private let paths: [String: PagePath]

  /// The cards that an audience may open: none for the public, none of private cases outside the team, none of cases received after as-of.
  init(_ cases: [CaseFile], audience: Audience, asOf: Day) {
    var paths: [String: PagePath] = [:]
    for file in cases where Self.isShown(file.complaint, audience: audience, asOf: asOf) {
      paths[file.complaint.id] = Self.path(of: file.complaint)
    }
    self.paths = paths
  }

  /// The card of a case; `nil` where this audience has none.
  subscript(id: String) -> PagePath? { paths[id] }

  /// cases/2026-10/261003.html: by month received.
  static func path(of complaint: Complaint) -> PagePath {
    PagePath("cases/\(Period(.month, containing: complaint.received.day))/\(complaint.id).html")
  }

  static func isShown(_ complaint: Complaint, audience: Audience, asOf: Day) -> Bool {
    guard complaint.received.day <= asOf else { return false }
    switch audience {
    case .team: return true
    case .management: return !complaint.isPrivate
    case .public: return false
    }
  }
}
