/// What a process as it is will do about a target, whatever the last figure was.
///
/// The limits say what to expect of every figure. So a target beyond them is always reached or never; one between them
/// is reached by chance, and a figure that reached it proves nothing.
///
/// - Note: Source: NHS England, *Making Data Count* (assurance); Wheeler, *Understanding Variation* (1993).
package enum TargetVerdict: String, Hashable, Sendable {
  /// Every figure that the process makes reaches the target.
  case reached
  /// No figure that the process makes reaches it.
  case missed
  /// Some do and some do not.
  case chance
}

extension ControlLimits {
  /// The verdict on a target of at least, at most or both; a limit that lies on the target still reaches it.
  package func verdict(atLeast least: Double?, atMost most: Double?) -> TargetVerdict {
    if lower >= least ?? -.infinity, upper <= most ?? .infinity { return .reached }
    if let least, upper < least { return .missed }
    if let most, lower > most { return .missed }
    return .chance
  }
}
