"""Where the sample is built again and again."""

import hashlib
import itertools
import os
import shutil
import subprocess
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
GIT = {
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.com", "GIT_AUTHOR_DATE": "2026-10-31T12:00:00Z",
    "GIT_COMMITTER_DATE": "2026-10-31T12:00:00Z", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
}
UMASK = 0o022


class Workshop:
    """A ledger with its commit, and the site that a plain build makes of it."""

    def __init__(self, root: Path, kesu: Path) -> None:
        self.root, self.kesu, self.numbers = root, kesu, itertools.count(1)
        self.ledger = root / "ledger"
        self.ledger.mkdir()
        shutil.copytree(REPOSITORY / "content", self.ledger / "content")
        shutil.copytree(REPOSITORY / "site-templates", self.ledger / "site-templates")
        self.spoil(self.ledger / "content")
        for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-q", "-m", "ledger"]):
            subprocess.run(["git", *command], cwd=self.ledger, env={**os.environ, **GIT}, check=True, capture_output=True)
        self.site, self.said, self.number = self.built(self.ledger)
        if "error" not in self.said:
            raise SystemExit(f"nothing is in error: {self.said}")

    def spoil(self, content: Path) -> None:
        """Puts in what is told apart by an order at best: numbers given twice and thrice, names that differ in case."""
        for folder, name in (("2026", "b"), ("2025", "z"), ("later/on", "a"), ("2026", "B")):
            (content / "cases" / folder).mkdir(parents=True, exist_ok=True)
            (content / "cases" / folder / f"{name}-twice.md").write_text(
                f'---\nid: "269901"\ntitle: {folder} {name}\nreceived: 2026-10-12\nunknown_{name}: 1\n---\n正文。\n', "utf-8")
        (content / "cases" / "broken.md").write_text("---\nid: [\n---\n", "utf-8")
        (content / "cases" / "link.md").symlink_to("broken.md")
        for name in ("Zoë", "ärger", "附件"):
            (content / "attachments" / name).mkdir()
            (content / "attachments" / name / "a.txt").write_text(name, "utf-8")

    def built(self, ledger: Path, machine=None, content: str = "content") -> tuple[str, str, int]:
        """A digest of the site, what was said, and how many files there are."""
        output = self.root / f"site-{next(self.numbers)}"
        command = [
            str(machine and machine.kesu or self.kesu), "build", "--content", content,
            "--templates", str(ledger / "site-templates"), "--output", str(output / "_site"),
            "--cache", str(output / "cache"), "--as-of", "2026-10-31", "--audience", "team", "--keep-going", "--quiet"]
        umask = machine.umask if machine else UMASK
        before = ["sh", "-c", f'umask {umask:o} && exec "$@"', "sh", *(machine.before if machine else [])]
        # A commit is found wherever the program is run.
        environment = {"PATH": os.environ["PATH"], **{key: GIT[key] for key in GIT if "CONFIG" in key}}
        outcome = subprocess.run(
            [*before, *command, *(machine.options if machine else [])], cwd=machine and machine.folder or ledger,
            env={**environment, **(machine.environment if machine else {})}, capture_output=True, text=True,
            errors="replace", timeout=600)
        if outcome.returncode != 1:
            return f"exit {outcome.returncode}", outcome.stderr, 0
        site, number = digest(output / "_site", umask)
        shutil.rmtree(output)
        return site, outcome.stderr, number

    def differing(self, machine) -> str | None:
        """What is another on a machine; None if nothing is."""
        with machine.place(self) as (ledger, content):
            site, said, number = self.built(ledger, machine, content)
        said = said.replace(content + "/", "content/")
        if site != self.site:
            return f"{number} files, of the first build {self.number}: {site}; said {said[-300:]}"
        if said != self.said:
            return "another was said: " + " | ".join(sorted(set(said.splitlines()) ^ set(self.said.splitlines()))[:6])
        return None


def digest(folder: Path, umask: int) -> tuple[str, int]:
    """Of all paths below a folder, with kinds and bytes; names those whose modes are not as the umask says."""
    whole, number = hashlib.sha256(), 0
    if not folder.is_dir():
        return "there is no site", number
    for path in [folder, *sorted(folder.rglob("*"), key=os.fsencode)]:
        status, isFolder = path.lstat(), path.is_dir()
        if status.st_mode & 0o7777 != (0o777 if isFolder else 0o666) & ~umask:
            return f"{path.relative_to(folder)} has the mode {status.st_mode & 0o7777:o}", number
        whole.update(b"%s\0%d\0" % (os.fsencode(path.relative_to(folder)), isFolder))
        if not isFolder:
            number += 1
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest(), number
