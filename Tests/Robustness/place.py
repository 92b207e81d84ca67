"""A ledger in two states, the sites that they make, and builds of them."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]


class Place:
    """Where builds run: two ledgers that differ, their two sites, and a folder for each build."""

    def __init__(self, root: Path, kesu: Path, cases: int) -> None:
        self.root, self.kesu, self.number = root, kesu, 0
        # Without git: a build asks it for a commit, and its calls are not the program's.
        self.environment = {"PATH": str(root / "nothing"), "HOME": str(root), "SOURCE_DATE_EPOCH": "1793404800"}
        for state in ("old", "new"):
            make_ledger(root / f"ledger-{state}", cases, title=f"看板 {state}")
        self.trees = {"none": ""}
        for state in ("old", "new"):
            outcome = self.build(root / f"site-{state}" / "site", state)
            if outcome.returncode != 0:
                raise SystemExit(f"cannot build: {outcome.stderr}")
            self.trees[state] = tree(root / f"site-{state}" / "site")
        assert self.trees["old"] != self.trees["new"]
        # States after a failure in which a following build was tried already.
        self.tried: dict[str, str | None] = {}

    def command(self, output: Path, state: str, jobs: int = 1) -> list[str]:
        return [
            str(self.kesu), "build", "--content", str(self.root / f"ledger-{state}"),
            "--templates", str(REPOSITORY / "site-templates"), "--output", str(output), "--quiet",
            "--cache", str(self.root / "cache"), "--jobs", str(jobs)]

    def build(
            self, output: Path, state: str = "new", before: list[str] | None = None, jobs: int = 1,
    ) -> subprocess.CompletedProcess[str]:
        before = before or []
        return subprocess.run(
            before + self.command(output, state, jobs), env=self.environment, capture_output=True, text=True,
            errors="replace", timeout=60)

    def folder(self, former: bool, root: Path | None = None) -> Path:
        """A fresh folder for an output named site, with the old site in it or with none."""
        self.number += 1
        folder = (root or self.root) / f"build-{self.number}"
        folder.mkdir()
        if former:
            shutil.copytree(self.root / "site-old" / "site", folder / "site")
        return folder

    def stands(self, folder: Path) -> str:
        """Which site stands: none, old, new, or half."""
        now = tree(folder / "site")
        return next((name for name, one in self.trees.items() if one == now), "half")

    def following(self, folder: Path) -> str | None:
        """What is wrong after one more build: it needs no repair and leaves no litter."""
        state = tree(folder)
        if state not in self.tried:
            self.tried[state] = self._following(folder)
        return self.tried[state]

    def _following(self, folder: Path) -> str | None:
        outcome = self.build(folder / "site", "new")
        if outcome.returncode != 0:
            return f"the next build ends with {outcome.returncode}: {outcome.stderr.strip()}"
        if self.stands(folder) != "new":
            return "the next build does not make the new site"
        litter = sorted(set(os.listdir(folder)) - {"site"})
        return f"the next build leaves {litter}" if litter else None


def tree(folder: Path) -> str:
    """A digest of all paths below a folder, with kinds, modes and bytes; empty if there is none."""
    if not folder.exists():
        return ""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*"), key=lambda path: os.fsencode(path)):
        status = path.lstat()
        digest.update(b"%s\0%o\0" % (os.fsencode(path.relative_to(folder)), status.st_mode))
        if path.is_file() and not path.is_symlink():
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def make_ledger(target: Path, cases: int, title: str) -> None:
    """The sample's settings, attachments and processes with so many of its cases."""
    sample = REPOSITORY / "content"
    for folder in ("attachments", "calendar", "processes"):
        shutil.copytree(sample / folder, target / folder)
    lines = (sample / "site.yaml").read_text("utf-8").splitlines()
    lines = [f"title: {title}" if line.startswith("title:") else line for line in lines]
    (target / "site.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    (target / "cases").mkdir()
    paths = sorted((sample / "cases").rglob("*.md"))
    # Those that name other cases would be in error without them.
    alone = [path for path in paths if not any(
        key in path.read_text("utf-8-sig") for key in ("repeat_of", "appeal_of", "related", "重复投诉", "前次处理单", "关联"))]
    for path in alone[:cases]:
        shutil.copy(path, target / "cases" / path.name)
