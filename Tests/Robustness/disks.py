"""Disks that fill up while a site is written."""

import argparse
import os
import random
import shutil
import subprocess
from pathlib import Path

from place import KEPT, STARTS, Place


def size(folder: Path) -> int:
    """Bytes of the pages of memory that the files of a folder take; folders and further names take none."""
    page = os.sysconf("SC_PAGE_SIZE")
    files = {path.lstat().st_ino: path.lstat().st_size for path in folder.rglob("*") if path.is_file()}
    return sum(-(-count // page) * page for count in files.values())


def full_disks(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    if os.geteuid() != 0:
        print("full disks: SKIPPED, only root mounts a memory file system")
        return []
    failures: list[str] = []
    shares = range(5, 100, 5) if options.full else (5, 35, 65, 95)
    for start in ("first", "former", "incremental"):
        needed = room_needed(place, start)
        for share in shares:
            disk = place.root / "disk"
            disk.mkdir()
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", "size=1G", "kesu", str(disk)], capture_output=True, text=True)
            if mounted.returncode != 0:
                disk.rmdir()
                print(f"full disks: SKIPPED, no mount here: {mounted.stderr.strip()}")
                return failures
            try:
                wrong = tried(place, disk, start, needed * share // 100)
            finally:
                subprocess.run(["umount", "-l", str(disk)], check=True)
                disk.rmdir()
            if wrong:
                failures.append(f"disk with {share} % of the room needed, {start}: {wrong}")
    print(f"full disks: {3 * len(shares)} builds", flush=True)
    return failures


def room_needed(place: Place, start: str) -> int:
    """Bytes that a build takes beside what stands there: what has another inode afterwards."""
    folder = place.folder(start)
    before = {path.lstat().st_ino for path in folder.rglob("*")}
    place.build(folder / "site")
    page = os.sysconf("SC_PAGE_SIZE")
    new = {path.lstat().st_ino: path.lstat().st_size for path in folder.rglob("*") if path.is_file()}
    shutil.rmtree(folder)
    return sum(-(-count // page) * page for inode, count in new.items() if inode not in before)


def tried(place: Place, disk: Path, start: str, room: int) -> str | None:
    folder = place.folder(start, disk)
    used = os.statvfs(disk)
    taken = (used.f_blocks - used.f_bfree) * used.f_frsize
    subprocess.run(["mount", "-o", f"remount,size={taken + max(room, 4096)}", str(disk)], check=True)
    outcome = place.build(folder / "site", jobs=2)
    state = place.stands(folder)
    # What is kept for the next build is written when the new site stands already.
    if state not in (STARTS[start], "new") or outcome.returncode != 74:
        return f"{state} stands, exit {outcome.returncode}: {outcome.stderr.strip()}"
    if str(folder) not in outcome.stderr or "No space left" not in outcome.stderr:
        return f"the message is: {outcome.stderr.strip()}"
    if litter := sorted(set(os.listdir(folder)) - KEPT):
        return f"the failed build leaves {litter}"
    subprocess.run(["mount", "-o", "remount,size=1G", str(disk)], check=True)
    wrong = place._following(folder)
    shutil.rmtree(folder)
    return wrong
