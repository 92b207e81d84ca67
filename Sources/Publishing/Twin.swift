import Glibc
import Threads

extension SpareTree {
  /// Makes the former site the new one's twin: the same files under second names, so that the next build has only its own changes to write.
  ///
  /// - Parameter changed: The pages that were written, by their places.
  /// - Returns: Whether the file system has second names; without them there is no twin.
  func becomeTwin(changed: [Int], foreign: [String], jobs: Int) throws -> Bool {
    let output = hold.output
    let isThere = try kind(of: path) != nil
    if isThere {
      try clearFormer(changed, jobs: jobs)
    } else {
      try call(.makeFolder, path) { mkdir(path, 0o777) }
    }
    let (marker, new) = (path + "/" + Manifest.name, output + "/" + Manifest.name)
    if let status = try status(new), try self.status(marker)?.isSameFile(as: status) != true {
      let place = try hold.place(for: "marker")
      guard try linked(new, place) else { return false }
      try call(.write, marker) { rename(place, marker) }
    }
    try makeFolders(former: isThere ? survey.folders.map { ($0.path, $0.mode) } : [], keeping: foreign)
    let isLinked = try inParallel(changed.count, jobs: jobs) { index in
      try linked(output + "/" + self.pages[changed[index]], self.path(of: changed[index]))
    }
    guard isLinked.allSatisfy({ $0 }) else { return false }
    for file in foreign where try kind(of: path + "/" + file) == nil {
      try keepFolders(above: file, of: output, in: path)
      guard try linked(output + "/" + file, path + "/" + file) else { return false }
    }
    return true
  }

  private func status(_ path: String) throws(PublishingFailure) -> stat? { try Publishing.status(of: path) }

  /// Removes what the new site has not, or has otherwise.
  private func clearFormer(_ changed: [Int], jobs: Int) throws {
    let files = former.leftover + changed.filter { former[$0].inode != 0 }.map { pages[$0] }
    _ = try inParallel(files.count, jobs: jobs) { index in try remove(self.path + "/" + files[index]) }
  }

  /// - Parameter files: Of others, whose folders stay.
  private func makeFolders(former: [(path: String, mode: mode_t)], keeping files: [String]) throws {
    let wanted = Set(folders)
    let above = Publishing.folders(of: PathTable(files))
    let foreign = Set(survey.foreignFolders.map { Array($0.utf8) } + above)
    var there: Set<[UInt8]> = []
    for folder in former.reversed() where !folder.path.isEmpty {
      let (name, full) = (Array(folder.path.utf8), path + "/" + folder.path)
      if wanted.contains(name) {
        there.insert(name)
        let model = try status(hold.output + "/" + folder.path)
        if let mode = model?.st_mode, mode & 0o7777 != folder.mode {
          try call(.makeFolder, full) { chmod(full, mode & 0o7777) }
        }
      } else if !foreign.contains(name) {
        try call(.remove, full) { rmdir(full) }
      }
    }
    for folder in folders where !there.contains(folder) {
      let full = path + "/" + String(decoding: folder, as: UTF8.self)
      try call(.makeFolder, full) { mkdir(full, 0o777) }
    }
  }
}
