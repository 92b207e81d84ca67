import Complaints

extension Ledger {
  /// The attachments that an audience may not see: private ones, those of private cases, and for the public all.
  func hiddenAttachments(from audience: Audience) -> Set<String> {
    switch audience {
    case .team: return []
    case .public: return Set(attachments.map(\.name))
    case .management: break
    }
    var hidden: Set<String> = []
    for file in cases {
      for attachment in file.record.maps("attachments") {
        guard file.complaint.isPrivate || attachment.yesNo("private") == true, let name = attachment.text("file") else {
          continue
        }
        hidden.insert(name)
      }
    }
    return hidden
  }
}
