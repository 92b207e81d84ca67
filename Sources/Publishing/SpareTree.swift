import Digests
import Glibc
import Synchronization

/// The tree beside the output in which a site is made ready: empty at first, later the standing site's twin.
///
/// It is believed in nothing but what its folders say: a name with the inode of the standing page is that page; any other is written anew. So a twin that was damaged, edited, or left half-done by a killed build is brought right like any other.
final class SpareTree: Sendable {
  let hold: Hold
  let pages: PathTable
  /// Those that the pages need, each after the one that holds it.
  let folders: [[UInt8]]
  let former: FormerPages
  private let record: SiteRecord?
  private let known: [SiteRecord.Foreign]
  private let jobs: Int
  private let state = Mutex<State?>(nil)
  private let isBegun = Atomic(false)

  /// What the tree holds once it is ready to be written to.
  struct State: Sendable {
    /// Of each page, by its place: 0 where it has no file yet.
    let inodes: [UInt64]
    /// What others had put into it, and what the site has kept of that.
    let rescued: [String]
  }

  /// - Parameter known: What others put into the site, and got a second name in the twin.
  init(
    hold: Hold, pages: PathTable, folders: [[UInt8]], former: FormerPages, record: SiteRecord?,
    known: [SiteRecord.Foreign], jobs: Int
  ) {
    (self.hold, self.pages, self.folders, self.former) = (hold, pages, folders, former)
    (self.record, self.known, self.jobs) = (record, known, jobs)
  }

  var path: String { hold.tree }

  var survey: Survey { former.survey }

  func path(of page: Int) -> String { hold.tree + "/" + pages[page] }

  /// Makes the tree ready, once, when the first page is to be written: what the new site has not is gone, its marker names the new pages, and every folder is there. From any thread.
  ///
  /// - Parameter lines: Of the new site's manifest.
  func ready(_ lines: [UInt8]) throws -> State {
    try state.withLock { state in
      if let state { return state }
      isBegun.store(true, ordering: .relaxed)
      let made = try makeReady(Manifest(lines: lines))
      state = made
      return made
    }
  }

  /// Whether this build has begun to write it.
  var isTouched: Bool { isBegun.load(ordering: .relaxed) }

  private func makeReady(_ manifest: Manifest) throws -> State {
    guard try kind(of: path) != nil else { return try makeAnew(manifest, rescued: []) }
    if let inodes = try bringLevel(manifest) { return State(inodes: inodes, rescued: []) }
    let rescued = try removeSite(path, beside: hold.output, known: known, jobs: jobs)
    return try makeAnew(manifest, rescued: rescued)
  }

  private func makeAnew(_ manifest: Manifest, rescued: [String]) throws -> State {
    try call(.makeFolder, path) { mkdir(path, 0o777) }
    try write(manifest.bytes, to: path + "/" + Manifest.name)
    for folder in folders { try make(folder) }
    return State(inodes: [UInt64](repeating: 0, count: pages.count), rescued: rescued)
  }

  private func make(_ folder: [UInt8]) throws(PublishingFailure) {
    let path = path + "/" + String(decoding: folder, as: UTF8.self)
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  }

  /// Takes from a tree that is there what the new site has not; `nil` if something is odd about it.
  private func bringLevel(_ manifest: Manifest) throws -> [UInt64]? {
    guard try kind(of: path) == .folder, let old = try Manifest(of: path) else { return nil }
    let swept = try sweep(path, jobs: jobs) { sighting -> Seen? in
      if sighting.kind == .folder { return nil }
      if sighting.kind == .file {
        if let page = self.pages.place(of: sighting.path) { return .page(page, sighting.inode) }
        if sighting.path.elementsEqual(Manifest.name.utf8) { return nil }
      }
      let other = SiteRecord.Foreign(path: sighting.text, inode: sighting.inode)
      // A link in a page's place holds nothing that could be lost.
      return sighting.kind == .link && self.pages.place(of: sighting.path) != nil ? .link(other) : .other(other)
    }
    let gone = old.lines == survey.pages.bytes ? former.gone : Set(old.paths.map { Array($0.utf8) })
    var inodes = [UInt64](repeating: 0, count: pages.count)
    var toGo: [String] = []
    for note in swept.lazy.flatMap(\.notes) {
      switch note {
      case .page(let page, let inode): inodes[page] = inode
      case .link(let other): toGo.append(other.path)
      case .other(let other):
        if survey.foreign.contains(where: { $0.path == other.path && $0.inode == other.inode }) { continue }
        let isKnown = gone.contains(Array(other.path.utf8)) || known.contains(other)
        guard isKnown else { return nil }
        toGo.append(other.path)
      }
    }
    for file in toGo { try remove(path + "/" + file) }
    try bringFoldersLevel(swept.map { ($0.path, $0.mode) }, manifest: manifest, old: old)
    return inodes
  }

  private enum Seen: Sendable {
    case page(Int, UInt64)
    case link(SiteRecord.Foreign)
    case other(SiteRecord.Foreign)
  }

  /// Removes the folders that the new site has not, and makes those that it has; between the two the marker changes, so that at any time it names all pages that stand.
  private func bringFoldersLevel(
    _ present: [(path: String, mode: mode_t)], manifest: Manifest, old: Manifest
  ) throws {
    let wanted = Set(folders)
    let foreign = Set(survey.foreignFolders.map { Array($0.utf8) })
    var there: Set<[UInt8]> = []
    for folder in present.reversed() where !folder.path.isEmpty {
      let (name, full) = (Array(folder.path.utf8), path + "/" + folder.path)
      if wanted.contains(name) {
        there.insert(name)
        if let mode = record?.folderMode, mode != 0, mode != UInt64(folder.mode), !foreign.contains(name) {
          try call(.makeFolder, full) { chmod(full, mode_t(mode)) }
        }
      } else if !foreign.contains(name) {
        try call(.remove, full) { rmdir(full) }
      }
    }
    if old.lines != manifest.lines {
      let (place, marker) = (try hold.place(for: "marker"), path + "/" + Manifest.name)
      try write(manifest.bytes, to: place)
      try call(.write, marker) { rename(place, marker) }
    }
    for folder in folders where !there.contains(folder) { try make(folder) }
  }
}

extension SpareTree {
  /// Writes a page anew; never into a file that is there, which may be the standing site's as well.
  ///
  /// - Parameter isThere: Whether the tree has a file of that name.
  func put(_ page: Int, _ bytes: [UInt8], over isThere: Bool) throws(PublishingFailure) -> FileIdentity {
    let path = path(of: page)
    if isThere { try remove(path) }
    return try write(bytes, to: path)
  }

  /// Copies a regular file piece by piece: evidence may be a film.
  ///
  /// - Returns: The digest of what was copied.
  func copy(
    _ source: String, to page: Int, over isThere: Bool
  ) throws(PublishingFailure) -> (Digest, FileIdentity) {
    let source = try SourceFile(source)
    let path = path(of: page)
    if isThere { try remove(path) }
    var file = try NewFile(path)
    while try source.read({ bytes throws(PublishingFailure) in try file.copy(bytes) }) > 0 {}
    return (file.copied.digest(), try file.finish())
  }

  /// Gives a standing page a second name in the tree, where it has none yet.
  ///
  /// - Returns: Whether it has it; `nil` where the file system cannot.
  func link(_ page: Int, _ state: State) throws(PublishingFailure) -> Bool? {
    let standing = former[page]
    if standing.isNumberTrue, state.inodes[page] == standing.inode { return false }
    let path = path(of: page)
    if state.inodes[page] != 0 { try remove(path) }
    return try linked(hold.output + "/" + pages[page], path) ? true : nil
  }

  /// Gives what others put into the standing site a second name in the tree.
  func keepForeign(_ state: State) throws {
    for folder in survey.foreignFolders { try keepFolder(folder, of: hold.output, in: path) }
    for file in survey.foreign.map(\.path) + state.rescued {
      try keepFolders(above: file, of: hold.output, in: path)
      try keepFile(file, of: hold.output, in: path)
    }
  }
}

/// Gives a file a second name; whether the file system and the file's owner let that be.
func linked(_ former: String, _ path: String) throws(PublishingFailure) -> Bool {
  do {
    try call(.keep, former) { link(former, path) }
    return true
  } catch .system(_, _, let code) where [EXDEV, EPERM, EMLINK, EOPNOTSUPP, ENOSYS, EINVAL].contains(code) {
    return false
  }
}

/// Makes the folders above a file of others, as they are in the site that it is taken from.
func keepFolders(above file: String, of old: String, in new: String) throws(PublishingFailure) {
  let folder = parentFolder(of: file)
  guard folder != ".", try kind(of: new + "/" + folder) == nil else { return }
  try keepFolders(above: folder, of: old, in: new)
  try keepFolder(folder, of: old, in: new)
}
