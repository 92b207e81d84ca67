"""Links, pipes, sockets and devices where files are read: each is named, none is read, and nothing waits."""

import argparse
import os
import random
import shutil
import socket
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

from place import Place

SECRET = "外人不可看"


def bound(path: Path) -> None:
    # A socket's name is short: it is bound where it is made.
    here = os.getcwd()
    try:
        os.chdir(path.parent)
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


KINDS: dict[str, tuple[str, Callable[[Path], None]]] = {
    "dangling": ("symbolic link", lambda path: path.symlink_to("nowhere")),
    "secret": ("symbolic link", lambda path: path.symlink_to("/tmp/kesu-secret.md")),
    "loop": ("symbolic link", lambda path: path.symlink_to(path.name)),
    "folder": ("symbolic link", lambda path: path.symlink_to(".")),
    "pipe": ("named pipe", os.mkfifo), "socket": ("socket", bound),
    "null": ("device", lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 3))),
    "zero": ("device", lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5))),
    "disk": ("device", lambda path: os.mknod(path, stat.S_IFBLK | 0o600, os.makedev(7, 0))),
}
PLACES = ["cases/{}.md", "cases/deep/{}.md", "calendar/{}.yaml", "processes/{}.yaml", "exposure/{}.csv", "tallies/{}.csv",
          "improvements/{}.md", "reports/monthly/{}.md", "pages/{}.md", "attachments/{}.png", "attachments/deep/{}", "{}"]
NEEDED = ["content/site.yaml", "content/cases", "content/attachments", "templates/strings/zh-Hans.yaml", "templates/pages",
          "templates/assets/kesu.css"]


def special(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    failures: list[str] = []
    kinds = {name: kind for name, kind in KINDS.items() if kind[0] != "device" or os.geteuid() == 0}
    if len(kinds) < len(KINDS):
        print("special files: devices SKIPPED, only root makes them", flush=True)
    folder = place.folder("first")
    (folder / "ledger").rename(folder / "content")
    shutil.copytree(place.root / "templates", folder / "templates")
    # Where every link finds it.
    secret = Path("/tmp/kesu-secret.md")
    secret.write_text(f'---\nid: "269999"\ntitle: {SECRET}\nreceived: 2026-10-12\n---\n', "utf-8")
    expected = []
    for where in PLACES:
        for name, (called, make) in kinds.items():
            path = folder / "content" / where.format(name)
            path.parent.mkdir(parents=True, exist_ok=True)
            make(path)
            expected.append(f"{path.relative_to(folder)}:1:1: warning: a {called} is not read")
    code, said = built(place, folder)
    if code != 0:
        failures.append(f"special files everywhere: exit {code}: {said[-400:]}")
    lines = said.splitlines()
    failures += [f"not said: {warning}" for warning in expected if not any(line.startswith(warning) for line in lines)]
    for path in (folder / "_site").rglob("*"):
        if path.is_file() and SECRET in path.read_text("utf-8", "replace"):
            failures.append(f"{path.name} shows what stands behind a link")
        elif not path.is_file() and not path.is_dir():
            failures.append(f"{path.name} is no file")
    for where in NEEDED if options.full else chance.sample(NEEDED, 3):
        for name, (_, make) in kinds.items():
            failures += replaced(place, folder, where, name, make)
    shutil.rmtree(folder)
    secret.unlink()
    print(f"special files: {len(expected)} in one ledger, {len(kinds)} kinds in the places of what is needed", flush=True)
    return failures


def replaced(place: Place, folder: Path, where: str, name: str, make: Callable[[Path], None]) -> list[str]:
    """What is wrong when something special takes the place of what is needed."""
    path, aside = folder / where, folder / "aside"
    path.rename(aside)
    try:
        make(path)
        code, said = built(place, folder)
        if code not in (0, 1, 74) or where not in said:
            return [f"{name} for {where}: exit {code}: {said[-300:]}"]
        return []
    finally:
        path.unlink(missing_ok=True)
        aside.rename(path)


def built(place: Place, folder: Path) -> tuple[int, str]:
    command = [str(place.kesu), "build", "--quiet", "--content", "content", "--templates", "templates"]
    try:
        outcome = subprocess.run(
            command, cwd=folder, env=place.environment, capture_output=True, text=True, errors="replace", timeout=60)
    except subprocess.TimeoutExpired:
        return -1, "the build does not end"
    return outcome.returncode, outcome.stderr
