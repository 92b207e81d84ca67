import Complaints

extension Ledger {
  /// The attachments that an audience may not see: for the public all; for management private ones, and whatever a private case names.
  ///
  /// A case file in error may say that its evidence is private where nobody can read it: while there is one, only what a published case names is shown.
  func hiddenAttachments(from audience: Audience) -> Set<String> {
    switch audience {
    case .team: return []
    case .public: return Set(attachments.map(\.name))
    case .management: break
    }
    let all = [cases, damaged].joined()
    var hidden: Set<String> = []
    for file in all {
      if file.complaint.isPrivate {
        hidden.formUnion(file.record.fileNames)
        hidden.formUnion(attachmentsNamed(in: file.narrative))
      }
      for map in file.record.maps(at: CardField.attachments) where map.yesNo("private") == true {
        if let name = map.text("file") { hidden.insert(name) }
      }
    }
    if rejected.isEmpty { return hidden }
    let shown = all.reduce(into: Set<String>()) { shown, file in
      if !file.complaint.isPrivate { shown.formUnion(file.record.fileNames) }
    }
    return hidden.union(attachments.map(\.name).filter { !shown.contains($0) })
  }

  /// Those whose name occurs in a text, in whatever form of link.
  private func attachmentsNamed(in narrative: [UInt8]) -> [String] {
    let text = String(decoding: narrative, as: UTF8.self)
    // A name in ASCII is written in one way alone, so its bytes can be looked for.
    return attachments.map(\.name).filter { name in
      name.utf8.allSatisfy { $0 < 0x80 } ? Self.holds(narrative, name) : text.contains(name)
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

extension Record {
  /// Every file that any field names, at any depth.
  fileprivate var fileNames: [String] {
    entries.flatMap { Self.fileNames($0.item.value, of: schema.fields[$0.field].type) }
  }

  private static func fileNames(_ value: Value, of type: FieldType) -> [String] {
    switch (value, type) {
    case (.text(let name), .file): [name]
    case (.list(let items), _): items.flatMap { fileNames($0.value, of: type.element) }
    case (.map(let record), _): record.fileNames
    default: []
    }
  }
}
