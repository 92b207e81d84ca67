"""Builds killed at any time."""

import random
import shutil
import subprocess
import time

from place import Place


def kills(place: Place, chance: random.Random, full: bool, end: float | None) -> list[str]:
    failures: list[str] = []
    began = time.monotonic()
    shutil.rmtree((folder := place.folder(True)) / "nothing", ignore_errors=True)
    place.build(folder / "site", jobs=4)
    length = time.monotonic() - began
    shutil.rmtree(folder)
    count, seen = (500 if full else 12), {"none": 0, "old": 0, "new": 0, "half": 0}
    for number in range(count):
        former = number % 2 == 0
        folder = place.folder(former)
        process = subprocess.Popen(
            place.command(folder / "site", "new", jobs=4), env=place.environment, stderr=subprocess.DEVNULL)
        delay = length * chance.uniform(0.3, 1.1)
        time.sleep(delay)
        process.kill()
        process.wait()
        state = place.stands(folder)
        seen[state] += 1
        wrong = None if state in ("new", "old" if former else "none") else f"{state} stands"
        wrong = wrong or place.following(folder)
        if wrong:
            failures.append(f"kill after {delay:.4f} s: {wrong}")
        shutil.rmtree(folder)
    print(f"kills: {count}, afterwards stood {seen}", flush=True)
    return failures
