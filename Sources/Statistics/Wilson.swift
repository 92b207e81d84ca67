/// Returns the 95 % score interval of a share, as fractions from 0 to 1; `nil` unless `0 ≤ count ≤ base` and `base > 0`.
///
/// Wilson's because it stays inside 0 to 1 and says something useful for few cases and for shares near 0 or 1.
///
/// - Note: Source: Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*, Journal of the
///   American Statistical Association 22 (1927).
package func wilsonInterval(_ count: Int, of base: Int) -> ClosedRange<Double>? {
  guard base > 0, (0...base).contains(count) else { return nil }
  let z = 1.959_963_984_540_054  // The normal distribution's quantile at 0.975.
  let n = Double(base)
  let share = Double(count) / n
  let middle = share + z * z / (2 * n)
  let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  let scale = 1 + z * z / n
  // At the ends the bound is the share itself; rounding must not push it past 0 or 1.
  let lower = count == 0 ? 0 : (middle - half) / scale
  let upper = count == base ? 1 : (middle + half) / scale
  return lower...upper
}
