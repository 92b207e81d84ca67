import Complaints

extension Masking {
  /// What hides this case's own contact data; `nil` for the team, which sees everything.
  convenience init?(for record: Record, audience: Audience) {
    if audience == .team { return nil }
    let contact = record.lend { Contact($0) }
    self.init(contact)
  }

  /// - Parameter map: The record of a case, lent.
  convenience init(for map: StoredMap) { self.init(Contact(map)) }

  private convenience init(_ contact: Contact) {
    self.init(phones: contact.phones, emails: contact.emails, addresses: contact.addresses, units: contact.units)
  }

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
}

/// The ways to reach a customer that a case names.
private struct Contact {
  var (phones, emails, addresses, units): ([String], [String], [String], [String]) = ([], [], [], [])

  /// - Parameter map: The record of a case, lent.
  init(_ map: StoredMap) {
    guard let customer = map[CardField.customer]?.map else { return }
    for entry in customer {
      guard case .text(let bytes) = entry.value else { continue }
      switch Self.personal[entry.field] {
      case .phone: phones.append(String(decoding: bytes, as: UTF8.self))
      case .email: emails.append(String(decoding: bytes, as: UTF8.self))
      case .address: addresses.append(String(decoding: bytes, as: UTF8.self))
      case .unit: units.append(String(decoding: bytes, as: UTF8.self))
      case .name, .contact, nil: break
      }
    }
  }

  /// Of each field of a customer.
  private static let personal: [Field.Personal?] = {
    guard case .map(let customer) = CaseSchema.schema.fields[CardField.customer].type else { return [] }
    return customer.fields.map(\.personal)
  }()
}
