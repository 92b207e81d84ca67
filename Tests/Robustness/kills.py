"""Builds killed at any time."""

import argparse
import random
import shutil
import subprocess
import time

from place import STARTS, Place


def kills(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    failures: list[str] = []
    lengths = {}
    for start in STARTS:
        folder = place.folder(start)
        began = time.monotonic()
        place.build(folder / "site", jobs=4)
        lengths[start] = time.monotonic() - began
        shutil.rmtree(folder)
    wanted, number, made = (200 if options.full else 12), 0, 0
    seen = {"none": 0, "old": 0, "near": 0, "new": 0, "half": 0}
    # A build that had ended already does not count.
    while made < wanted and number < 4 * wanted:
        start = list(STARTS)[number % len(STARTS)]
        number += 1
        folder = place.folder(start)
        process = subprocess.Popen(
            place.command(folder / "site", jobs=4), env=place.environment, stderr=subprocess.DEVNULL)
        delay = lengths[start] * chance.uniform(0.2, 1.0)
        time.sleep(delay)
        process.kill()
        if process.wait() == -9:
            made += 1
            state = place.stands(folder)
            seen[state] += 1
            wrong = None if state in ("new", STARTS[start]) else f"{state} stands"
            wrong = wrong or place.following(folder)
            if wrong:
                failures.append(f"kill after {delay:.4f} s, {start}: {wrong}")
        shutil.rmtree(folder)
    if made < wanted:
        failures.append(f"of {number} kills only {made} came in time")
    print(f"kills: {made}, afterwards stood {seen}", flush=True)
    return failures
