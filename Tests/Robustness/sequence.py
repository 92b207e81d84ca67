"""A ledger that is edited step by step, with its site, and what a build from nothing makes of it."""

import argparse
import os
import random
import re
import shutil
import stat
import subprocess
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
NAMED = re.compile(r'\["?\d{6}')
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "HOME": "/nonexistent", "LC_ALL": "C.UTF-8",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2026-10-31T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-10-31T12:00:00Z", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
}
# So many must have changed for cases to be kept from one build to the next.
KEPT_FROM = 210


class Sequence:
    """A ledger with its templates, its site, and what is kept."""

    def __init__(self, root: Path, options: argparse.Namespace, chance: random.Random) -> None:
        self.root, self.other, self.chance = root, root.with_name(root.name + "-other"), chance
        self.programs = [Path(path).resolve() for path in (options.kesu, options.other) if path]
        self.kesu = self.programs[0]
        self.content, self.site, self.kept = root / "content", root / "_site", root / ".kesu"
        self.foreign: dict[str, bytes] = {}
        # Files of others taken away since the site was last exchanged for its twin, where they have second names; where what
        # is kept was damaged too, nothing tells whose these are.
        self.taken: dict[str, bytes] = {}
        self.stood = 0
        self.is_damaged = False
        self.number, self.sites, self.length = 0, 0, 0.3
        self.as_of, self.as_of_by = "2026-10-31", "option"
        self.audience = chance.choice(["team", "management", "management", "public"])
        self.is_large = chance.random() < 0.3
        root.mkdir()
        shutil.copytree(REPOSITORY / "content", self.content)
        shutil.copytree(REPOSITORY / "site-templates", root / "site-templates")
        kept = set(chance.sample(sorted(self.cases()), options.cases))
        for path in self.cases():
            if path not in kept:
                path.unlink()
        # Improvements that name a case that is not there would be an error that stops everything.
        for path in (self.content / "improvements").glob("*.md"):
            lines = path.read_text("utf-8").splitlines(keepends=True)
            path.write_text("".join(line for line in lines if not NAMED.search(line)), "utf-8")
        for number in range(KEPT_FROM if self.is_large else 0):
            self.short_case(f"2507{number + 100}", number)
        self.git("init", "-q", "-b", "main")
        (root / ".gitignore").write_text("_site/\n._site.*/\n.kesu/\nkesu-*\nkept-*\n")
        self.commit()

    def short_case(self, identity: str, number: int) -> None:
        (self.content / "cases" / f"{identity}.md").write_text(
            f'---\nid: "{identity}"\ntitle: 电源异响\nreceived: 2025-07-{number % 28 + 1:02} 10:00\nstatus: closed\n'
            f"closed: 2025-08-{number % 28 + 1:02}\nseverity: minor\n---\n听见声音 {number}。\n", "utf-8")

    def cases(self) -> list[Path]:
        return sorted((self.content / "cases").rglob("*.md"))

    def git(self, *arguments: str) -> str:
        done = subprocess.run(["git", *arguments], cwd=self.root, env=ENVIRONMENT, check=True, capture_output=True)
        return done.stdout.decode()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "ledger")

    def command(self, *more: str) -> list[str]:
        as_of = ["--as-of", self.as_of] if self.as_of_by == "option" else []
        return [str(self.kesu), "build", "--keep-going", "--quiet", "--audience", self.audience,
                "--jobs", str(self.chance.choice([1, 2, 8])), *as_of, *more]

    @property
    def environment(self) -> dict[str, str]:
        if self.as_of_by != "epoch":
            return ENVIRONMENT
        noon = time.strptime(self.as_of + " 04:00:00 UTC", "%Y-%m-%d %H:%M:%S %Z")
        return {**ENVIRONMENT, "SOURCE_DATE_EPOCH": str(int(time.mktime(noon) - time.timezone))}

    def fingerprint(self) -> list[object]:
        """By what is known that nothing was changed, be it by putting it back."""
        commit = (self.root / ".git" / "HEAD").read_text() + self.git("rev-parse", "HEAD")
        found: list[object] = [self.as_of, self.as_of_by, self.audience, self.kesu, commit]
        for name in ("content", "site-templates", "_site", "._site.kesu", ".kesu", "kesu-other"):
            for path in sorted([self.root / name, *(self.root / name).rglob("*")]):
                if path.exists():
                    status = path.lstat()
                    found.append((str(path), status.st_ino, status.st_ctime_ns))
        return found

    def build(self, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
        began = time.monotonic()
        outcome = subprocess.run(
            self.command(*more), cwd=folder, env=self.environment, capture_output=True, text=True, errors="replace",
            timeout=600)
        if folder == self.root:
            self.length = time.monotonic() - began
        return outcome

    def compared(self) -> str | None:
        """What is wrong with the site as it stands after a build; None if nothing is."""
        outcome = self.build(self.root)
        if outcome.returncode not in (0, 1):
            return f"exit {outcome.returncode}: {outcome.stderr[-400:]}"
        shutil.rmtree(self.other, ignore_errors=True)
        self.other.mkdir()
        for name in ("content", "site-templates", ".git"):
            # With new times, as a clone has them.
            shutil.copytree(self.root / name, self.other / name, copy_function=shutil.copyfile, symlinks=True)
        shutil.copy(self.root / ".gitignore", self.other)
        full = self.build(self.other, "--full")
        if full.returncode != outcome.returncode:
            return f"exit {outcome.returncode}, from nothing {full.returncode}: {full.stderr[-400:]}"
        # What is kept may be refused, and that is said.
        said = [line for line in outcome.stderr.splitlines() if "/.kesu/" not in line and not line.startswith(".kesu/")]
        if said != full.stderr.splitlines():
            return f"said {said}, from nothing {full.stderr.splitlines()}"
        return self.differing() if (self.other / "_site").exists() else None

    def differing(self) -> str | None:
        self.sites += 1
        one, two = files(self.site), files(self.other / "_site")
        for path, text in self.taken.items():
            if self.is_damaged and one.get(path, (0, None))[1] == text:
                # It comes back rather than be lost.
                self.foreign[path] = text
        self.is_damaged = False
        stands = self.site.stat().st_ino
        if stands != self.stood:
            self.stood, self.taken = stands, {}
        for path, text in self.foreign.items():
            if one.pop(path, (0, None))[1] != text:
                return f"{path} of somebody else is lost"
        # A folder that somebody else made stays, also when nothing is left in it.
        for folder in ("notes", "cases"):
            if folder not in two and not any(path.startswith(folder + "/") for path in one):
                one.pop(folder, None)
        wrong = sorted(path for path in one.keys() | two.keys() if one.get(path) != two.get(path))
        if wrong:
            return f"{len(wrong)} files differ: " + ", ".join(
                path + (" is missing" if path not in one else " is left" if path not in two else "")
                for path in wrong[:5])
        left = {name for name in os.listdir(self.root) if not name.startswith(("kesu-", "kept-"))} - {
            "content", "site-templates", ".git", ".gitignore", "_site", "._site.kesu", ".kesu"}
        return f"left: {left}" if left else None


def files(root: Path) -> dict[str, tuple[int, bytes | None]]:
    """Every file below a folder with its mode and bytes, and every folder with its mode."""
    found = {}
    for path in root.rglob("*"):
        mode = path.lstat().st_mode
        found[str(path.relative_to(root))] = (mode, None if stat.S_ISDIR(mode) else path.read_bytes())
    return found
