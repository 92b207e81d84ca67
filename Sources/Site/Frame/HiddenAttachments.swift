import Complaints

extension Ledger {
  /// The attachments that an audience may not see: for the public all; for management private ones, and whatever a private case names.
  ///
  /// A case file in error may say that its evidence is private where nobody can read it: while there is one, only what a published case names is shown.
  func hiddenAttachments(from audience: Audience, _ traits: CaseTraits, asOf: Day) -> Set<String> {
    switch audience {
    case .team: return []
    case .public: return Set(attachments.map(\.name))
    case .management: break
    }
    let names = attachments.map(\.name)
    let damagedTraits = damaged.map { CaseTraits.Traits($0, attachments: names, asOf: asOf) }
    var hidden: Set<String> = []
    for traits in traits.all where !traits.hiddenFiles.isEmpty { hidden.formUnion(traits.hiddenFiles) }
    for traits in damagedTraits { hidden.formUnion(traits.hiddenFiles) }
    if rejected.isEmpty { return hidden }
    var shown: Set<String> = []
    for (file, traits) in zip(cases, traits.all) where !file.complaint.isPrivate { shown.formUnion(traits.files) }
    for (file, traits) in zip(damaged, damagedTraits) where !file.complaint.isPrivate { shown.formUnion(traits.files) }
    return hidden.union(names.filter { !shown.contains($0) })
  }
}

extension CaseTraits.Traits {
  /// The files that only the team may see on account of a case: all that it names if it is private, else those that it says are private.
  ///
  /// - Parameters:
  ///   - files: Those that its fields name.
  ///   - attachments: The names of all files below attachments/.
  static func hiddenFiles(of file: CaseFile, naming files: [String], attachments: [String]) -> [String] {
    if file.complaint.isPrivate { return files + named(in: file.narrative, of: attachments) }
    return file.record.maps(at: CardField.attachments).compactMap { map in
      map.yesNo("private") == true ? map.text("file") : nil
    }
  }

  /// Those whose name occurs in a text, in whatever form of link.
  private static func named(in narrative: [UInt8], of attachments: [String]) -> [String] {
    let text = String(decoding: narrative, as: UTF8.self)
    // A name in ASCII is written in one way alone, so its bytes can be looked for.
    return attachments.filter { name in
      name.utf8.allSatisfy { $0 < 0x80 } ? holds(narrative, name) : text.contains(name)
    }
  }

  private static func holds(_ text: [UInt8], _ name: String) -> Bool {
    let name = Array(name.utf8)
    guard let first = name.first, text.count >= name.count else { return name.isEmpty }
    return (0...text.count - name.count).contains { start in
      text[start] == first && text[start..<start + name.count].elementsEqual(name)
    }
  }
}
