"""What people may write after --output and --cache: nothing outside the output changes."""

import argparse
import os
import random
import shutil
import subprocess
from pathlib import Path

from place import Place, tree

# Each is refused; @ stands for the folder in which everything is.
REFUSED = [
    ".", "..", "/", "//", "", "./", "../", "/.", "/..", "@", "@/", "@/.", "@/content/..", "content", "content/", "./content",
    "content/site", "content/cases", "content/cases/a/b", "content/site.yaml", "content/site.yaml/site", "contentLink",
    "contentLink/site", "templates", "templates/assets", "templates/new", "home", "home/", "homeLink", "homeLink/",
    "homeLink/.", "foreign", "foreign///", "foreign/../foreign", "link", "dangling", "dangling/site", "siteLink", "loop",
    "loop/site", "empty", "file", "file/", "file/site", "pipe", "pipe/site", "worktree", "worktree/.git", "worktree/.git/x",
    "otherMarker", "/dev/null", "/proc/site", "/proc/self/fd", "/sys/site", "missing/../foreign", "mine/besides", "mine/tree",
    "n" * 255, "长" * 90, "a/" * 2100 + "a", "closed/site",
]


def outputs(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    failures = []
    folder = laid_out(place)
    before = tree(folder)
    for output in REFUSED:
        wrong = tried(place, folder, ["--output", output.replace("@", str(folder))], {64, 74})
        if not wrong and tree(folder) != before:
            wrong = "something changed"
        if wrong:
            failures.append(f"--output {output[:60]!r}: {wrong}")
            before = tree(folder)
    # The same for what is kept: it is never put where the site or a file is.
    for cache in ("site", "site/cache", "file", "pipe", "dangling", "/dev/null", "/proc/cache"):
        wrong = tried(place, folder, ["--output", "site", "--cache", cache], {64, 74})
        if not wrong and tree(folder) != before:
            wrong = "something changed"
        if wrong:
            failures.append(f"--cache {cache!r}: {wrong}")
            before = tree(folder)
    shutil.rmtree(folder)
    print(f"hostile outputs: {len(REFUSED)} of --output, 7 of --cache", flush=True)
    return failures


def tried(place: Place, folder: Path, more: list[str], codes: set[int]) -> str | None:
    command = [str(place.kesu), "build", "--quiet", "--content", "content", "--templates", "templates", "--cache", "kept"]
    try:
        outcome = subprocess.run(
            [*command, *more], cwd=folder, env=place.environment, capture_output=True, text=True, errors="replace", timeout=60)
    except subprocess.TimeoutExpired:
        return "the build does not end"
    shutil.rmtree(folder / "kept", ignore_errors=True)
    if outcome.returncode not in codes or not outcome.stderr.strip():
        return f"exit {outcome.returncode}: {outcome.stderr.strip()[:300]}"
    return None


def laid_out(place: Place) -> Path:
    """A folder with a site of kesu's, and all that is somebody else's."""
    folder = place.folder("no-op")
    (folder / "ledger").rename(folder / "content")
    shutil.copytree(place.root / "templates", folder / "templates")
    shutil.rmtree(folder / "cache")
    files = ["home/letter", "foreign/letter", "worktree/.git/HEAD", "file", "mine/.besides.kesu/letter",
             "mine/.tree.kesu/tree/letter", "otherMarker/.kesu-site", "closed/letter"]
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("mine")
    (folder / "mine" / ".tree.kesu" / ".gitignore").write_text("*\n")
    (folder / "empty").mkdir()
    os.mkfifo(folder / "pipe")
    for link, target in (("link", "foreign"), ("homeLink", "home"), ("dangling", "nowhere"), ("siteLink", "site"),
                         ("loop", "loop"), ("contentLink", "content"), ("closed/site", "../home")):
        (folder / link).symlink_to(target)
    return folder
