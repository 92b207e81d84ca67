import Complaints

extension Masking {
  /// What hides this case's own contact data; `nil` for the team, which sees everything.
  convenience init?(for record: Record, audience: Audience) {
    if audience == .team { return nil }
    self.init(record.lend { Self.secrets(of: $0) })
  }

  /// - Parameter map: The record of a case, lent.
  convenience init(for map: StoredMap) { self.init(Self.secrets(of: map)) }

  /// What is shown in place of a field's text: ways to reach a customer by their kind, numbers of things as they are, all
  /// else as running text; `nil` leaves the text as it is.
  func masked(_ bytes: UnsafeBufferPointer<UInt8>, of look: FieldLook) -> String? {
    switch look.personal {
    case .phone: Self.phone(String(decoding: bytes, as: UTF8.self))
    case .email: Self.email(String(decoding: bytes, as: UTF8.self))
    case .address: Self.address(String(decoding: bytes, as: UTF8.self))
    case .unit: Self.hidden
    case .name, .contact, nil:
      look.isNumberOfThing || !mayHide(bytes) ? nil : text(String(decoding: bytes, as: UTF8.self))
    }
  }

  /// The ways to reach a customer that a case names, by their kinds.
  private static func secrets(of map: StoredMap) -> [Secret] {
    var secrets: [Secret] = []
    guard let customer = map[CardField.customer]?.map else { return secrets }
    for entry in customer {
      guard let kind = kinds[entry.field], case .text(let bytes) = entry.value else { continue }
      let secret = Secret(text: String(decoding: bytes, as: UTF8.self), kind: kind)
      secrets.insert(secret, at: secrets.firstIndex { $0.kind > kind } ?? secrets.endIndex)
    }
    return secrets
  }

  /// Of each field of a customer, what kind of secret it is; `nil` of what is none.
  private static let kinds: [Secret.Kind?] = {
    guard case .map(let customer) = CaseSchema.schema.fields[CardField.customer].type else { return [] }
    return customer.fields.map { field in
      switch field.personal {
      case .phone: .phone
      case .email: .email
      case .address: .address
      case .unit: .unit
      case .name, .contact, nil: nil
      }
    }
  }()
}
