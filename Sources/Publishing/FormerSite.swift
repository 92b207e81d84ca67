import Glibc

/// The site as the last build left it, as far as that build wrote it down.
package struct FormerSite: Sendable {
  private let record: SiteRecord

  /// - Returns: `nil` where nothing was kept, or what was kept is not to be believed: `publish` says why.
  package init?(_ keeping: Keeping) throws(PublishingFailure) {
    guard !keeping.isPassedOver, case .success(let record)? = try SiteRecord.load(keeping) else { return nil }
    self.record = record
  }

  /// What that build left for the next one.
  package var note: [UInt8] { record.note }

  /// Whether the site stands as that build left it, so that the same build once more would find nothing to do.
  ///
  /// What others put there does not matter, nor does the twin: a build that changes the site looks at both.
  ///
  /// - Parameter output: As `checkOutput` returned it.
  /// - Throws: `.locked` while another build has the site.
  package func stands(in output: String, jobs: Int) throws -> Bool {
    guard record.maker == .current, try kind(of: output) == .folder else { return false }
    // Nobody else changes the site while it is looked at; and a killed build is mended.
    let hold = try Hold(output: output, jobs: jobs)
    defer { withExtendedLifetime(hold) {} }
    guard try Manifest(of: output)?.lines == record.lines else { return false }
    let pages = PathTable(lines: record.lines)
    let places = (0..<Int32(pages.count)).map(\.self)
    let survey = try Survey(of: output, pages: pages, record: record, recorded: places, jobs: jobs)
    return survey.standing.allSatisfy(\.isAsRecorded)
      && (record.folderMode == 0 || !survey.hasAlteredFolder(mode: record.folderMode))
  }
}
