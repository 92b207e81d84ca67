/// Returns how probable a count of at least `count` is in one period, if nothing changed since the periods before.
///
/// Given all that was counted, each piece then falls into any of the periods alike, so the last one's count is binomial:
/// no estimate of a mean goes in, and few periods make a cautious test. Returns 1 for a count of 0.
///
/// - Parameters:
///   - former: What the periods before counted together.
///   - periods: How many those were; at least 1.
/// - Complexity: O(*count* + *former*).
/// - Note: Source: Przyborowski & Wilenski, *Homogeneity of Results in Testing Samples from Poisson Series*,
///   Biometrika 31 (1940).
package func probabilityOfRise(to count: Int, after former: Int, in periods: Int) -> Double {
  precondition(periods > 0 && count >= 0 && former >= 0, "counts of at least one period before")
  guard count > 0 else { return 1 }
  return upperTail(from: count, of: count + former, p: 1 / Double(periods + 1))
}

/// Returns how probable at least `count` successes in `trials` are.
///
/// Weights are kept relative to the likeliest outcome, since those of thousands of trials vanish.
func upperTail(from count: Int, of trials: Int, p: Double) -> Double {
  let odds = p / (1 - p)
  let likeliest = min(trials, Int(Double(trials + 1) * p))
  var (all, tail) = (0.0, 0.0)
  var weight = 1.0
  for successes in likeliest...trials {
    all += weight
    if successes >= count { tail += weight }
    weight *= Double(trials - successes) / Double(successes + 1) * odds
  }
  weight = 1
  for successes in stride(from: likeliest, to: 0, by: -1) {
    weight *= Double(successes) / (Double(trials - successes + 1) * odds)
    all += weight
    if successes - 1 >= count { tail += weight }
  }
  return tail / all
}
