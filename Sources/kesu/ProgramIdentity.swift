import Digests
import Glibc

/// What tells this program from any other that may make other pages of the same ledger: its version and its own file.
func programIdentity() -> String {
  var status = stat()
  guard stat("/proc/self/exe", &status) == 0 else { return Kesu.version }
  var digester = Digester()
  let times = [status.st_mtim, status.st_ctim].flatMap { [$0.tv_sec, $0.tv_nsec] }
  for number in [Int(status.st_size), Int(status.st_ino)] + times { digester.add(number) }
  return "\(Kesu.version) \(digester.digest())"
}
