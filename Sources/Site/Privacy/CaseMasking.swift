import Complaints

extension Masking {
  /// What hides this case's own contact data; `nil` for the team, which sees everything.
  init?(for record: Record, audience: Audience) {
    if audience == .team { return nil }
    let customer = record.map("customer")
    func values(_ kind: Field.Personal) -> [String] {
      guard let customer else { return [] }
      return customer.entries.compactMap { entry in
        guard customer.schema.fields[entry.field].personal == kind, case .text(let text) = entry.item.value else {
          return nil
        }
        return text
      }
    }
    self.init(
      phones: values(.phone), emails: values(.email), addresses: values(.address), units: values(.unit))
  }

  /// The text of a field: ways to reach a customer by their kind, numbers of things as they are, all else as running text.
  func field(_ text: String, _ field: Field) -> String {
    switch field.personal {
    case .phone: Self.phone(text)
    case .email: Self.email(text)
    case .address: Self.address(text)
    case .unit: Self.hidden
    case .name, .contact, nil: Self.numbersOfThings.contains(field.key) ? text : self.text(text)
    }
  }

  /// Ids, lots and order numbers in their own fields may look like telephone numbers, and are none.
  private static let numbersOfThings = ["part_no", "lot", "order_no", "slip", "vcar", "notice", "number"]
}
