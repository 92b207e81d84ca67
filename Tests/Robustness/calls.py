"""The calls of the system that a build makes, as strace tells them, and builds in which one of them goes wrong."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

# What each call may say. Those that change something say each of the five; the others what they say in earnest.
FIVE = ["ENOSPC", "EIO", "EACCES", "EMFILE", "EINTR"]
ERRORS = {
    "write": FIVE, "pwrite64": FIVE, "openat": FIVE, "rename": FIVE, "renameat2": [*FIVE, "EINVAL"], "link": FIVE, "fsync": FIVE,
    "syncfs": FIVE, "unlink": FIVE, "mkdir": FIVE, "rmdir": FIVE, "chmod": ["EIO", "EACCES", "EINTR"],
    "chown": ["EIO", "EACCES", "EINTR"], "flock": ["ENOLCK", "EINTR"], "close": ["EIO", "EINTR"],
    "read": ["EIO", "EINTR"], "getdents64": ["EIO"], "newfstatat": ["EIO", "EACCES"],
}
# A kill before one of the others leaves what a kill before the next of these leaves.
KILLED = {"write", "pwrite64", "openat", "rename", "renameat2", "link", "fsync", "syncfs", "unlink", "mkdir", "rmdir",
          "chmod", "chown", "flock"}
LINE = re.compile(r"^(\w+)\((.*)$")
# A path that is given, a file that is open, the folder from which paths are meant.
NAMED = re.compile(r'"((?:[^"\\]|\\.)*)"|\d<([^>]*)>')
# What these have for arguments behind the open file is no path.
BY_NUMBER = {"write", "pwrite64", "read", "close", "fsync", "syncfs", "flock", "getdents64"}
# What is kept bears the digest of the folders' paths for a name.
KEY = re.compile(r"/([0-9a-f]{32})\.")
OCTAL = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True)
class Call:
    """A call by the main thread: the n-th of its name that has to do with a path, or of all where it has none."""

    name: str
    # In a folder that is named BUILD here, since several are built in; empty where the call has to do with none.
    path: str
    number: int
    text: str

    @property
    def paths(self) -> list[str]:
        return paths_of(self.name, self.text)

    @property
    def makes(self) -> bool:
        return "O_CREAT" in self.text

    def kind(self) -> tuple[str, str]:
        """Calls of one kind do the same thing to another file."""
        path = next(reversed(self.paths), "")
        parts = (".kesu/tree", ".kesu/former", ".kesu", "/cache", "/site", "/ledger", "/templates")
        part = next((name for name in parts if name in path), "else")
        inside = path.split(".kesu/tree", 1)[-1].count("/") if ".kesu/tree" in path else 0
        what = "marker" if path.endswith(".kesu-site") else "made" if self.makes else ""
        return self.name, f"{part} {min(inside, 1)} {what}"


def paths_of(name: str, text: str) -> list[str]:
    """The paths among a call's arguments, also those of files that it has open; those by which strace finds it come first."""
    arguments = text.partition(",")[0] if name in BY_NUMBER else text.rpartition(") = ")[0] or text
    named = [unescaped(one or other) for one, other in NAMED.findall(arguments)]
    return [path for path in named if path.startswith("/")]


def unescaped(name: str) -> str:
    """A name as it is: strace prints the bytes of Chinese characters in octal."""
    return OCTAL.sub(lambda byte: bytes([int(byte[1], 8)]), name.encode()).decode("utf-8", "replace")


def calls_in(log: Path, folder: Path, also: tuple[str, ...]) -> list[Call]:
    """The calls that may go wrong, in their order.

    - also: Paths by which calls are found beside their own.
    """
    seen: list[tuple[str, set[str]]] = []
    found = []
    for line in log.read_text("utf-8", "replace").splitlines():
        match = LINE.match(line)
        if not match or match[1] not in ERRORS:
            continue
        name, paths = match[1], [KEY.sub("/KEY.", path.replace(str(folder), "BUILD")) for path in paths_of(match[1], match[2])]
        # By its second path strace knows no rename.
        seen.append((name, set(paths[:1] if name == "rename" else paths)))
        path = paths[0] if paths else ""
        asked = {path, *also}
        of_name = [one for one in seen if one[0] == name]
        number = sum(not one[1].isdisjoint(asked) for one in of_name) if path else len(of_name)
        found.append(Call(name, path, number, match[2]))
    return found


def strace(log: Path) -> list[str]:
    names = ",".join(["?" + name for name in ERRORS] + ["execve"])
    # The main thread alone, which does it all with --jobs 1: a fault counts for each thread, and would hit the others too.
    return [shutil.which("strace") or "strace", "-y", "-s", "4096", "-o", str(log), "-e", f"trace={names}"]


def faulty(log: Path, paths: list[str], call: Call, error: str, extra: list[str]) -> list[str]:
    """How to run a build in which a call fails, or before which it is killed.

    - paths: By which the call is found, since folders are listed in another order each time; none finds it by its number.
    - extra: What fails all the time, at one of these paths.
    """
    what = "signal=KILL" if error == "KILL" else f"error={error}"
    found = [word for path in paths for word in ("-P", path)]
    return strace(log) + found + extra + ["-e", f"inject={call.name}:{what}:when={call.number}"]
