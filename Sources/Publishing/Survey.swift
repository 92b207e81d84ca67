import Digests
import Glibc

/// What stands in the output before a build touches anything: pages, what others put there, and what has to go.
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

  let folders: [SweptFolder<Note>]
  /// By the place of the page.
  private(set) var standing: [Standing]
  /// The paths of the old site's manifest that the new one has not.
  let gone: Set<[UInt8]>
  /// Those of them that stand.
  private(set) var leftover: [String] = []
  /// Files, links and whatever else the program did not write.
  private(set) var foreign: [Other] = []
  /// Folders that hold such files or nothing, and those that hold these; each after the one that holds it.
  let foreignFolders: [String]
  /// The paths of the old site, as its own manifest has them.
  let lines: [UInt8]
  /// When the walk began, by the clock that stamps files.
  let begun: Int64

  /// - Parameter recorded: What was kept of each page, by its place.
  /// - Throws: `.foreignFolder` if the folder is not of this program's making; `.foreignFile` where a page would take the place of what others put there.
  init(of output: String, pages: PathTable, record: SiteRecord?, recorded: [Int32], jobs: Int) throws {
    guard let manifest = try Manifest(of: output) else { throw PublishingFailure.foreignFolder(path: output) }
    begun = FileIdentity.now
    lines = manifest.lines
    let folders = try sweep(output, jobs: jobs) { sighting in
      try Self.note(of: sighting, pages: pages, record: record, recorded: recorded)
    }
    var isOurs = [Bool](repeating: false, count: pages.count)
    var gone: Set<[UInt8]> = []
    if let record, record.lines == manifest.lines {
      for place in recorded.indices { isOurs[place] = recorded[place] >= 0 }
      if isOurs.count(where: { $0 }) < record.entries.count { gone = Self.gone(Manifest(lines: lines), pages: pages) }
    } else {
      for path in manifest.paths { if let place = pages.place(of: path) { isOurs[place] = true } }
      gone = Self.gone(manifest, pages: pages)
    }
    standing = [Standing](repeating: Standing(), count: pages.count)
    for folder in folders {
      for note in folder.notes {
        switch note {
        case .page(let place, let found):
          guard isOurs[place] else { throw PublishingFailure.foreignFile(path: output + "/" + pages[place]) }
          standing[place] = found
        case .other(let other):
          if other.kind == .file, gone.contains(Array(other.path.utf8)) {
            leftover.append(other.path)
          } else {
            foreign.append(other)
          }
        }
      }
    }
    self.folders = folders
    self.gone = gone
    foreignFolders = Self.foreignFolders(folders, gone: gone)
  }

  /// Of a site that is not there yet.
  init(pages: Int) {
    (folders, foreignFolders, gone, lines, begun) = ([], [], [], [], 0)
    standing = [Standing](repeating: Standing(), count: pages)
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

  /// The paths of a site that the new one has not.
  private static func gone(_ manifest: Manifest, pages: PathTable) -> Set<[UInt8]> {
    Set(manifest.paths.filter { pages.place(of: $0) == nil }.map { Array($0.utf8) })
  }

  private static func foreignFolders(_ folders: [SweptFolder<Note>], gone: Set<[UInt8]>) -> [String] {
    var isForeign: [[UInt8]: Bool] = [:]
    // Those inside come before those that hold them.
    for folder in folders.reversed() {
      var (holdsForeign, holdsOwn) = (false, false)
      for note in folder.notes {
        if case .other(let other) = note, other.kind != .file || !gone.contains(Array(other.path.utf8)) {
          holdsForeign = true
        } else {
          holdsOwn = true
        }
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
    let known = Set(foreign.map { Array($0.path.utf8) } + leftover.map { Array($0.utf8) })
    let found = try sweep(former, jobs: jobs) { sighting -> String? in
      if sighting.kind == .folder || sighting.path.elementsEqual(Manifest.name.utf8) { return nil }
      if sighting.kind == .file, pages.place(of: sighting.path) != nil { return nil }
      return known.contains(Array(sighting.path)) ? nil : sighting.text
    }
    return found.flatMap(\.notes)
  }
}
