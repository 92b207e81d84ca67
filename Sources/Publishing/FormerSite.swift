import Digests
import Glibc
import Synchronization
import Threads

/// The site as the last build left it, as far as that build wrote it down; held from the first look at what stands there,
/// until it is let go of.
package final class FormerSite: Sendable {
  let record: SiteRecord
  private let keeping: Keeping
  /// By what the file of the record is known.
  private let identity: FileIdentity
  private let look = Mutex<Look?>(nil)

  /// A look at the site, which nobody else changes meanwhile.
  struct Look: Sendable {
    let hold: Hold
    fileprivate let made: Meanwhile<Survey>

    /// What was seen, once all is.
    func survey() throws -> Survey { try made.value() }
  }

  /// - Returns: `nil` where nothing was kept, or what was kept is not to be believed: `publish` says why.
  package init?(_ keeping: Keeping) throws(PublishingFailure) {
    guard !keeping.isPassedOver, let status = try status(of: keeping.path),
      case .success(let record)? = try SiteRecord.load(keeping)
    else { return nil }
    (self.keeping, self.record, identity) = (keeping, record, FileIdentity(status))
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
    guard record.maker == .current, try kind(of: output) == .folder, try Manifest.isThere(in: output),
      let survey = try look(in: output, surveyors: jobs, jobs: 1)?.survey()
    else { return false }
    return survey.pages.bytes == record.lines && survey.standing.allSatisfy(\.isAsRecorded)
      && (record.folderMode == 0 || !survey.hasAlteredFolder(mode: record.folderMode))
  }

  /// Begins to look at the site, beside whatever else is done; `publish` is to be told of what is found.
  ///
  /// Where there is no site, or no twin of it, all is left to `publish`.
  ///
  /// - Throws: `.locked` while another build has the site.
  package func beginLook(in output: String, jobs: Int) throws {
    guard jobs > 1, try kind(of: output) == .folder, try Hold.isThere(beside: output) else { return }
    _ = try look(in: output, surveyors: 1, jobs: jobs)
  }

  /// What is seen of a site, if anybody has looked.
  func look(in output: String) -> Look? { look.withLock { $0?.hold.output == output ? $0 : nil } }

  /// - Parameters:
  ///   - surveyors: How many threads walk the site.
  ///   - jobs: How many there are besides.
  /// - Returns: `nil` where another build has kept something else meanwhile.
  private func look(in output: String, surveyors: Int, jobs: Int) throws -> Look? {
    if let look = look(in: output) { return look }
    // Nobody else changes the site while it is looked at; and a killed build is mended.
    let hold = try Hold(output: output, jobs: surveyors)
    guard try status(of: keeping.path).map(FileIdentity.init) == identity else { return nil }
    let record = record
    let survey = Meanwhile(jobs: jobs) { try Survey(of: output, record: record, jobs: surveyors) }
    let new = Look(hold: hold, made: survey)
    look.withLock { $0 = new }
    return new
  }
}
