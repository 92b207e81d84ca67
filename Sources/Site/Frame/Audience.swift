/// For whom a site is made; each sees only what is listed for it.
package enum Audience: String, CaseIterable, Sendable {
  /// The people who handle complaints: everything.
  case team
  /// Everything but the cards of private cases, private attachments, and ways to reach customers.
  case management
  /// Aggregates only: no case, no person, no customer, no department.
  case `public`
}
