"""Every call of the system fails once, is interrupted once, and is once the last before a kill."""

import random
import re
import shutil
import subprocess
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from place import STARTS, Place

# What each call may say; a kill comes before the call.
ERRORS = {
    "write": ["ENOSPC", "EIO", "EINTR"], "openat": ["EACCES", "EMFILE", "EIO", "EINTR"],
    "renameat2": ["EIO", "EINVAL", "EINTR"], "rename": ["EIO", "EACCES", "EINTR"],
    "mkdir": ["ENOSPC", "EACCES", "EINTR"], "unlink": ["EIO", "EACCES", "EINTR"], "rmdir": ["EIO", "EACCES", "EINTR"],
    "link": ["ENOSPC", "EACCES", "EINTR"], "fsync": ["EIO", "EINTR"], "syncfs": ["EIO", "ENOSPC", "EINTR"],
    "close": ["EIO", "EINTR"], "flock": ["EINTR", "ENOLCK"], "chmod": ["EIO", "EINTR"], "chown": ["EIO", "EINTR"],
    "getdents64": ["EIO"],
}
LINE = re.compile(r"^(\w+)\((.*)$")
NAMED = re.compile(r'"((?:[^"\\]|\\.)*)"|<([^>]*)>')


@dataclass(frozen=True)
class Call:
    """The n-th call of its name by the main thread."""

    name: str
    number: int
    text: str

    @property
    def paths(self) -> list[str]:
        named = (one or other for one, other in NAMED.findall(self.text))
        return [unescaped(name) for name in named if name.startswith("/")]

    def kind(self) -> tuple[str, str]:
        """Calls of one kind do the same thing to another file."""
        path = self.paths[-1] if self.paths else ""
        part = next((name for name in (".kesu/tree", ".kesu/former", ".kesu", "/cache", "/site") if name in path), "else")
        inside = path.split(".kesu/tree", 1)[-1].count("/") if ".kesu/tree" in path else 0
        what = "marker" if path.endswith(".kesu-site") else "made" if "O_CREAT" in self.text else ""
        return self.name, f"{part} {min(inside, 1)} {what}"


def traced(place: Place, start: str, extra: list[str]) -> list[Call]:
    folder = place.folder(start)
    log = folder.with_suffix(".trace")
    place.build(folder / "site", before=strace(log, extra))
    counts: dict[str, int] = defaultdict(int)
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        match = LINE.match(line)
        if match and match[1] in ERRORS:
            counts[match[1]] += 1
            found.append(Call(match[1], counts[match[1]], match[2]))
    shutil.rmtree(folder)
    log.unlink()
    return found


def unescaped(name: str) -> str:
    """A name as it is: strace prints the bytes of Chinese characters in octal."""
    octal = re.compile(rb"\\([0-7]{3})")
    return octal.sub(lambda byte: bytes([int(byte[1], 8)]), name.encode()).decode("utf-8", "replace")


def strace(log: Path, extra: list[str]) -> list[str]:
    names = ",".join(["?" + name for name in ERRORS] + ["execve"])
    # The main thread alone, which does it all with --jobs 1: a fault counts for each thread, and would hit the others too.
    return [shutil.which("strace") or "strace", "-y", "-s", "4096", "-o", str(log),
            "-e", f"trace={names}"] + extra


def faults(place: Place, chance: random.Random, full: bool, end: float | None) -> list[str]:
    if not shutil.which("strace"):
        print("faults: skipped, strace is missing")
        return []
    failures: list[str] = []
    without = ["-e", "inject=renameat2:error=EINVAL"]
    for title, start, extra in (
            ("incremental", "incremental", []), ("first", "first", []), ("over an old site", "former", []),
            ("no-op", "no-op", []), ("incremental, without an exchange", "incremental", without)):
        calls = traced(place, start, extra)
        planned = [(call, error) for call in calls for error in ERRORS[call.name] + ["KILL"]
                   if not (extra and call.name == "renameat2")]
        total = len(planned)
        if not full:
            planned = sample(calls, planned, chance)
            if title != "incremental":
                planned = chance.sample(planned, min(12, len(planned)))
        done, late, gone = 0, 0, 0
        for call, error in planned:
            if end is not None and time.monotonic() > end + 600:
                late += 1
                continue
            wrong = tried(place, start, extra, call, error)
            if wrong == NOT_MADE and not made(place, start, extra, call):
                gone += 1
                continue
            # A file that changed within the clock's grain is read once more, so a build may make a call more or less.
            again = 0
            while wrong == NOT_MADE and again < 5:
                wrong, again = tried(place, start, extra, call, error), again + 1
            done += 1
            if wrong:
                failures.append(f"{title}: {error} at {call.name} {call.number} ({call.text[:150]}): {wrong}")
        print(f"faults, {title}: {len(calls)} calls traced, {total} faults possible, "
              f"{done} injected of {len(planned)} planned, {gone} at calls that a second trace lacks", flush=True)
        if late:
            failures.append(f"{title}: {late} planned faults were skipped, since time was up")
    return failures


def sample(
        calls: list[Call], planned: list[tuple[Call, str]], chance: random.Random,
) -> list[tuple[Call, str]]:
    """Of what happens once publishing begins, one fault of each kind of call and error, drawn by chance."""
    begin = next(index for index, call in enumerate(calls) if call.name in ("mkdir", "flock"))
    after = set(calls[begin - 3:])
    groups: dict[tuple[str, str, str], list[tuple[Call, str]]] = defaultdict(list)
    for call, error in planned:
        if call in after:
            # EINTR and the second of two errors take the same way through the program as the first.
            groups[(*call.kind(), "KILL" if error == "KILL" else "EINTR" if error == "EINTR" else "")].append((call, error))
    return [chance.choice(group) for _, group in sorted(groups.items())]


NOT_MADE = "the fault was not injected"


def made(place: Place, start: str, extra: list[str], call: Call) -> bool:
    """Whether a build traced anew makes a call of that name so often."""
    return any((one.name, one.number) == (call.name, call.number) for one in traced(place, start, extra))


def tried(place: Place, start: str, extra: list[str], call: Call, error: str) -> str | None:
    """What is wrong with a build in which one call failed; None if nothing is."""
    folder = place.folder(start)
    log = folder.with_suffix(".trace")
    what = "signal=KILL" if error == "KILL" else f"error={error}"
    inject = ["-e", f"inject={call.name}:{what}:when={call.number}"]
    try:
        outcome = place.build(folder / "site", before=strace(log, extra + inject))
        text = log.read_text("utf-8", "replace")
        if error != "KILL":
            hit = [line for line in text.splitlines()
                   if line.startswith(call.name + "(") and line.endswith("(INJECTED)")]
            if not hit:
                return NOT_MADE
            # Folders may be listed in another order than when the calls were traced.
            call = Call(call.name, call.number, hit[0].removeprefix(call.name + "("))
        wrong = judged(place, folder, start, call, error, outcome.returncode, outcome.stderr)
        return wrong or place.following(folder)
    except subprocess.TimeoutExpired:
        return "the build does not end"
    finally:
        shutil.rmtree(folder)
        log.unlink(missing_ok=True)


def judged(
        place: Place, folder: Path, start: str, call: Call, error: str, code: int, stderr: str,
) -> str | None:
    state, allowed = place.stands(folder), {STARTS[start], "new"}
    # Without an exchange there is a moment without a site; the next build brings it back.
    if error == "KILL" and (folder / ".site.kesu" / "former").exists():
        allowed.add("none")
    if state not in allowed:
        return f"{state} stands, exit {code}: {stderr.strip()}"
    if error == "KILL":
        return None
    if code == 0:
        return None if state == "new" and harmless(call, error) else f"exit 0 while {state} stands"
    if code not in (1, 64, 74, 127):
        return f"exit {code}: {stderr.strip()}"
    # The folder of this build has another name than that of the build that was traced.
    names = [re.sub(r"^build-\d+$", folder.name, Path(path).name) for path in call.paths]
    if names and code == 74 and not any(name in stderr for name in names):
        return f"the message names no path of {names}: {stderr.strip()}"
    return None


def harmless(call: Call, error: str) -> bool:
    """Whether a build may go on and make the new site after all."""
    if error in ("EINTR", "EINVAL"):
        return True
    # What only read loses nothing; standard error is where a failure would be told.
    if call.name == "close":
        return True
    ours = any("kesu-" in path or "/site" in path or "ledger-" in path for path in call.paths)
    return not ours or (call.name == "write" and call.text.startswith("2"))
