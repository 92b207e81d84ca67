"""A ledger in three states, the sites that they make, and builds of them."""

import hashlib
import itertools
import os
import re
import shutil
import subprocess
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]

# What a build may leave beside the site: what it keeps for the next one.
KEPT = {"site", ".site.kesu", "cache", "ledger"}

# How a build begins, and which site stands then.
STARTS = {"first": "none", "former": "old", "incremental": "near", "no-op": "new"}


class Place:
    """Where builds run: ledgers that differ, their sites, and a folder for each build.

    The sites of the ledgers `old` and `new` differ in every page; those of `near` and `new` in a case edited, one more and
    one less.
    """

    def __init__(self, root: Path, kesu: Path, cases: int) -> None:
        self.root, self.kesu, self.numbers = root, kesu, itertools.count(1)
        shutil.copytree(REPOSITORY / "site-templates", root / "templates")
        # Without git: a build asks it for a commit, and its calls are not the program's.
        self.environment = {"PATH": str(root / "nothing"), "HOME": str(root), "SOURCE_DATE_EPOCH": "1793404800"}
        self.trees = {"none": ""}
        for state in ("old", "near", "new"):
            make_ledger(root / f"ledger-{state}", cases, state)
            folder = root / f"site-{state}"
            folder.mkdir()
            self.switch(folder, state)
            outcome = self.build(folder / "site")
            if outcome.returncode != 0:
                raise SystemExit(f"cannot build: {outcome.stderr}")
            self.trees[state] = tree(folder / "site")
        assert len(set(self.trees.values())) == 4
        # States after a failure in which a following build was tried already.
        self.tried: dict[str, str | None] = {}

    def command(self, output: Path, jobs: int = 1, cache: str = "cache") -> list[str]:
        return [
            str(self.kesu), "build", "--content", str(output.parent / "ledger"),
            "--templates", str(self.root / "templates"), "--output", str(output), "--quiet",
            "--cache", str(output.parent / cache), "--jobs", str(jobs)]

    def build(self, output: Path, before: list[str] | None = None, jobs: int = 1) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            (before or []) + self.command(output, jobs), env=self.environment, capture_output=True, text=True,
            errors="replace", timeout=60)

    def switch(self, folder: Path, state: str) -> None:
        """Puts a ledger in place; files that are the same stay as they are, with their times."""
        ledger, source = folder / "ledger", self.root / f"ledger-{state}"
        for path in [*ledger.rglob("*")]:
            if path.is_file() and not (source / path.relative_to(ledger)).exists():
                path.unlink()
        for path in source.rglob("*"):
            target = ledger / path.relative_to(source)
            if path.is_dir():
                target.mkdir(parents=True, exist_ok=True)
            elif not target.exists() or target.read_bytes() != path.read_bytes():
                shutil.copy(path, target)

    def folder(self, start: str, root: Path | None = None, name: str = "") -> Path:
        """A fresh folder for an output named site, with what stands there at the start, and the new ledger."""
        folder = (root or self.root) / (name or f"build-{next(self.numbers)}")
        folder.mkdir()
        (folder / "ledger").mkdir()
        if start == "former":
            # Without anything kept.
            shutil.copytree(self.root / "site-old" / "site", folder / "site")
        elif start != "first":
            self.switch(folder, STARTS[start])
            outcome = self.build(folder / "site")
            if outcome.returncode != 0:
                raise SystemExit(f"cannot build: {outcome.stderr}")
        self.switch(folder, "new")
        # Until nothing in it changed within the grain of the clock any more.
        time.sleep(0.02)
        return folder

    def fingerprint(self, folder: Path) -> list[tuple[str, tuple[int, ...]]]:
        """By what is known that nobody changed anything in a folder, be it by putting it back."""
        found = []
        for path in [folder, *sorted(folder.rglob("*"))]:
            status = path.lstat()
            found.append((str(path), (status.st_ino, status.st_mode, status.st_size, status.st_mtime_ns, status.st_ctime_ns)))
        return found

    def stands(self, folder: Path) -> str:
        """Which site stands: none, old, near, new, or half."""
        now = tree(folder / "site")
        return next((name for name, one in self.trees.items() if one == now), "half")

    def following(self, folder: Path) -> str | None:
        """What is wrong after one more build: it needs no repair and leaves no litter."""
        state = tree(folder)
        if state not in self.tried:
            self.tried[state] = self._following(folder)
        return self.tried[state]

    def _following(self, folder: Path) -> str | None:
        outcome = self.build(folder / "site")
        if outcome.returncode != 0:
            return f"the next build ends with {outcome.returncode}: {outcome.stderr.strip()}"
        if self.stands(folder) != "new":
            return "the next build does not make the new site"
        if litter := sorted(set(os.listdir(folder)) - KEPT):
            return f"the next build leaves {litter}"
        if (folder / ".site.kesu").exists():
            if sorted(os.listdir(folder / ".site.kesu")) != [".gitignore", "tree"]:
                return f"the next build leaves {os.listdir(folder / '.site.kesu')} beside the site"
            if names(folder / ".site.kesu" / "tree") != names(folder / "site"):
                return "the next build leaves a twin that is none"
        kept = (".site", ".cases", ".checks", ".facts", ".traits")
        if any(path.suffix not in kept for path in (folder / "cache").iterdir() if path.is_file()):
            return f"the next build leaves {os.listdir(folder / 'cache')} in the cache"
        return None


def names(folder: Path) -> dict[str, int]:
    """Every file below a folder with its inode."""
    return {str(path.relative_to(folder)): path.lstat().st_ino for path in folder.rglob("*") if not path.is_dir()}


def tree(folder: Path) -> str:
    """A digest of all paths below a folder, with kinds, modes and bytes; empty if there is none."""
    if not folder.exists():
        return ""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: os.fsencode(path)):
        status = path.lstat()
        # What is kept bears the digest of the folders' paths for a name.
        name = re.sub(rb"\b[0-9a-f]{32}\.", b"KEY.", os.fsencode(path.relative_to(folder)))
        digest.update(b"%s\0%o\0" % (name, status.st_mode))
        # What a record says of times and inodes is another each time.
        if path.is_file() and not path.is_symlink() and path.suffix != ".site":
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_ledger(target: Path, cases: int, state: str) -> None:
    """The sample's settings and processes with so many cases: the first of the sample's own, and short ones.

    One month, so that most pages are those of cases.
    """
    sample = REPOSITORY / "content"
    for folder in ("calendar", "processes"):
        shutil.copytree(sample / folder, target / folder)
    (target / "attachments").mkdir()
    (target / "attachments" / "照片.png").write_bytes(b"\x89PNG\r\n" * 20_000)
    lines = (sample / "site.yaml").read_text("utf-8").splitlines()
    title = "title: 旧看板" if state == "old" else "title: 看板"
    lines = [title if line.startswith("title:") else line for line in lines]
    (target / "site.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (target / "cases").mkdir()
    # One more and one less than the new ledger has.
    for number in range(1, cases + 1) if state == "near" else range(cases):
        attachments = "attachments: [照片.png]\n" if number == 3 else ""
        (target / "cases" / f"26{number + 1001}.md").write_text(
            f'---\nid: "26{number + 1001}"\ntitle: 电源异响 {number}\nreceived: 2026-10-{number % 28 + 1:02} 09:30\n'
            f"category: quality/noise\nseverity: {('minor', 'major', 'critical')[number % 3]}\n{attachments}---\n"
            + ("听见声音。\n\n又及。\n" if state == "near" and number == 1 else "听见声音。\n"), "utf-8")
