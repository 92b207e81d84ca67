import Digests
import Glibc

/// What stands in the output before a build touches anything: the pages that its manifest names, and what others put there.
///
/// It knows nothing of the pages to come, so that it may be made while they are still being thought of.
struct Survey: Sendable {
  /// A file that stands under the path of a page.
  struct Standing: Sendable {
    /// 0 where no regular file stands.
    var inode: UInt64 = 0
    /// Whether nobody changed it since the record was made.
    var isAsRecorded = false
    /// Whether the folder names the file's own inode, as some layered file systems do not.
    var isNumberTrue = false
  }

  /// What stands under no page's path.
  struct Other: Sendable {
    let path: String
    let inode: UInt64
    let kind: FileKind
  }

  enum Note: Sendable {
    case page(Int, Standing)
    case other(Other)
  }

  /// The old site's own, as its manifest has them.
  let pages: PathTable
  let folders: [SweptFolder<Note>]
  /// By the place of the page in the manifest.
  let standing: [Standing]
  /// Files, links and whatever else the program did not write.
  let foreign: [Other]
  /// Folders that hold such files or nothing, and those that hold these; each after the one that holds it.
  let foreignFolders: [String]
  /// When the walk began, by the clock that stamps files.
  let begun: Int64

  /// - Parameter record: What was kept of the site.
  /// - Throws: `.foreignFolder` if the folder is not of this program's making.
  init(of output: String, record: SiteRecord?, jobs: Int) throws {
    guard let manifest = try Manifest(of: output) else { throw PublishingFailure.foreignFolder(path: output) }
    begun = FileIdentity.now
    let pages = PathTable(lines: manifest.lines)
    let recorded = record.map { places(of: $0.lines, in: pages) } ?? []
    folders = try sweep(output, jobs: jobs) { sighting in
      try Self.note(of: sighting, pages: pages, record: record, recorded: recorded)
    }
    var standing = [Standing](repeating: Standing(), count: pages.count)
    var foreign: [Other] = []
    for note in folders.lazy.flatMap(\.notes) {
      switch note {
      case .page(let place, let found): standing[place] = found
      case .other(let other): foreign.append(other)
      }
    }
    (self.pages, self.standing, self.foreign) = (pages, standing, foreign)
    foreignFolders = Self.foreignFolders(folders)
  }

  /// The same of a site that may not be there yet.
  init(ifThere output: String, record: SiteRecord?, jobs: Int) throws {
    if try kind(of: output) != nil {
      self = try Survey(of: output, record: record, jobs: jobs)
    } else {
      pages = PathTable(lines: [])
      (folders, standing, foreign, foreignFolders, begun) = ([], [], [], [], 0)
    }
  }

  private static func note(
    of sighting: Sighting, pages: PathTable, record: SiteRecord?, recorded: [Int32]
  ) throws(PublishingFailure) -> Note? {
    if sighting.kind == .folder { return nil }
    guard sighting.kind == .file, let place = pages.place(of: sighting.path) else {
      if sighting.kind == .file, sighting.path.elementsEqual(Manifest.name.utf8) { return nil }
      return .other(Other(path: sighting.text, inode: sighting.inode, kind: sighting.kind))
    }
    guard let status = try sighting.status() else { return nil }
    let identity = FileIdentity(status)
    var standing = Standing(inode: identity.inode, isNumberTrue: identity.inode == sighting.inode)
    if let record, recorded[place] >= 0 {
      standing.isAsRecorded = record.entries[Int(recorded[place])].identity == identity
    }
    return .page(place, standing)
  }

  private static func foreignFolders(_ folders: [SweptFolder<Note>]) -> [String] {
    var isForeign: [[UInt8]: Bool] = [:]
    // Those inside come before those that hold them.
    for folder in folders.reversed() {
      var (holdsForeign, holdsOwn) = (false, false)
      for note in folder.notes {
        if case .other = note { holdsForeign = true } else { holdsOwn = true }
      }
      for name in folder.folders {
        if isForeign[Array((folder.path.isEmpty ? name : folder.path + "/" + name).utf8)] ?? false {
          holdsForeign = true
        } else {
          holdsOwn = true
        }
      }
      isForeign[Array(folder.path.utf8)] = holdsForeign || !holdsOwn
    }
    return folders.map(\.path).filter { !$0.isEmpty && isForeign[Array($0.utf8)] ?? false }
  }
}

extension Survey {
  /// Refuses to publish over what others put into the old site.
  ///
  /// - Parameter folders: Those of the new site.
  func checkForeign(in output: String, pages: PathTable, folders: Set<[UInt8]>) throws(PublishingFailure) {
    for other in foreign where pages.place(of: other.path) != nil || folders.contains(Array(other.path.utf8)) {
      throw .foreignFile(path: output + "/" + other.path)
    }
    for folder in foreignFolders where pages.place(of: folder) != nil {
      throw .foreignFile(path: output + "/" + folder)
    }
  }

  /// Whether a folder of ours was given another mode.
  func hasAlteredFolder(mode: UInt64) -> Bool {
    let foreign = Set(foreignFolders.map { Array($0.utf8) })
    return folders.contains {
      !$0.path.isEmpty && UInt64($0.mode) != mode && !foreign.contains(Array($0.path.utf8))
    }
  }

  /// What others put into the old site after it was walked: whatever it holds now that it did not hold then.
  func late(in former: String, pages: PathTable, jobs: Int) throws -> [String] {
    let isTouched = try folders.contains { folder in
      let path = folder.path.isEmpty ? former : former + "/" + folder.path
      guard let status = try status(of: path) else { return true }
      let modified = FileIdentity.nanoseconds(status.st_mtim)
      return modified != folder.modified || modified >= begun
    }
    guard isTouched else { return [] }
    let known = Set(foreign.map { Array($0.path.utf8) })
    let found = try sweep(former, jobs: jobs) { sighting -> String? in
      if sighting.kind == .folder || sighting.path.elementsEqual(Manifest.name.utf8) { return nil }
      if sighting.kind == .file, pages.place(of: sighting.path) != nil || self.stood(sighting.path) { return nil }
      return known.contains(Array(sighting.path)) ? nil : sighting.text
    }
    return found.flatMap(\.notes)
  }

  /// Whether a page of the old site stood under a path.
  private func stood(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    pages.place(of: path).map { standing[$0].inode != 0 } ?? false
  }
}

/// The old site as the new one sees it.
struct FormerPages: Sendable {
  let survey: Survey
  /// By the place of a page in the new site, its place in the old one's manifest; -1 where that has none.
  private let places: [Int32]
  /// The paths that the new site has not.
  let gone: Set<[UInt8]>
  /// Those of them that stand.
  let leftover: [String]

  /// - Parameters:
  ///   - pages: Of the new site.
  ///   - places: As `places(of:in:)` has them.
  init(_ survey: Survey, pages: PathTable, places: [Int32]) {
    (self.survey, self.places) = (survey, places)
    var isKept = [Bool](repeating: false, count: survey.pages.count)
    for place in places where place >= 0 { isKept[Int(place)] = true }
    let lost = isKept.indices.filter { !isKept[$0] }
    gone = Set(lost.map { Array(survey.pages.path($0)) })
    leftover = lost.filter { survey.standing[$0].inode != 0 }.map { survey.pages[$0] }
  }

  /// What stands under the path of a page of the new site.
  subscript(page: Int) -> Survey.Standing {
    places[page] < 0 ? Survey.Standing() : survey.standing[Int(places[page])]
  }
}
