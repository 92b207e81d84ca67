"""Disks that fill up while a site is written."""

import os
import random
import shutil
import subprocess
from pathlib import Path

from place import Place


def size(folder: Path) -> int:
    """Bytes of the pages of memory that the files of a folder take; folders and links take none."""
    page = os.sysconf("SC_PAGE_SIZE")
    return sum(-(-path.lstat().st_size // page) * page for path in folder.rglob("*") if path.is_file())


def full_disks(place: Place, chance: random.Random, full: bool, end: float | None) -> list[str]:
    if os.geteuid() != 0:
        print("full disks: skipped, only root mounts a memory file system")
        return []
    failures: list[str] = []
    needed = size(place.root / "site-new" / "site")
    shares = range(5, 100, 5) if full else (5, 35, 65, 95)
    for former in (False, True):
        for share in shares:
            # An old site takes its own room beside.
            room = needed * share // 100 + (size(place.root / "site-old" / "site") if former else 0)
            disk = place.root / "disk"
            disk.mkdir()
            mounted = subprocess.run(
                ["mount", "-t", "tmpfs", "-o", f"size={room}", "kesu", str(disk)], capture_output=True, text=True)
            if mounted.returncode != 0:
                disk.rmdir()
                print(f"full disks: skipped, no mount here: {mounted.stderr.strip()}")
                return failures
            try:
                wrong = tried(place, disk, former, room + 4 * needed)
            finally:
                subprocess.run(["umount", "-l", str(disk)], check=True)
                disk.rmdir()
            if wrong:
                failures.append(f"disk with {share} % of the room needed, {'old site' if former else 'first'}: {wrong}")
    print(f"full disks: {2 * len(shares)} builds", flush=True)
    return failures


def tried(place: Place, disk: Path, former: bool, enough: int) -> str | None:
    folder = place.folder(former, disk)
    outcome = place.build(folder / "site", jobs=2)
    state = place.stands(folder)
    if state != ("old" if former else "none") or outcome.returncode != 74:
        return f"{state} stands, exit {outcome.returncode}: {outcome.stderr.strip()}"
    if str(folder) not in outcome.stderr or "No space left" not in outcome.stderr:
        return f"the message is: {outcome.stderr.strip()}"
    if litter := sorted(set(os.listdir(folder)) - {"site"}):
        return f"the failed build leaves {litter}"
    subprocess.run(["mount", "-o", f"remount,size={enough}", str(disk)], check=True)
    wrong = place._following(folder)
    shutil.rmtree(folder)
    return wrong
