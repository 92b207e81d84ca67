"""Builds killed at any time."""

import random
import shutil
import subprocess
import time

from place import STARTS, Place


def kills(place: Place, chance: random.Random, full: bool, end: float | None) -> list[str]:
    failures: list[str] = []
    lengths = {}
    for start in STARTS:
        folder = place.folder(start)
        began = time.monotonic()
        place.build(folder / "site", jobs=4)
        lengths[start] = time.monotonic() - began
        shutil.rmtree(folder)
    count, seen = (400 if full else 12), {"none": 0, "old": 0, "near": 0, "new": 0, "half": 0}
    for number in range(count):
        start = list(STARTS)[number % len(STARTS)]
        folder = place.folder(start)
        process = subprocess.Popen(
            place.command(folder / "site", jobs=4), env=place.environment, stderr=subprocess.DEVNULL)
        delay = lengths[start] * chance.uniform(0.3, 1.1)
        time.sleep(delay)
        process.kill()
        process.wait()
        state = place.stands(folder)
        seen[state] += 1
        wrong = None if state in ("new", STARTS[start]) else f"{state} stands"
        wrong = wrong or place.following(folder)
        if wrong:
            failures.append(f"kill after {delay:.4f} s, {start}: {wrong}")
        shutil.rmtree(folder)
    print(f"kills: {count}, afterwards stood {seen}", flush=True)
    return failures
