"""Builds into one output at one time, and builds that differ in what must not matter."""

import argparse
import os
import random
import shutil
import subprocess

from place import KEPT, Place, tree


def together(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    failures: list[str] = []
    rounds, refused = (40 if options.full else 4), 0
    for number in range(rounds):
        folder = place.folder("former" if number % 2 == 0 else "first")
        processes = [
            subprocess.Popen(
                place.command(folder / "site", cache=f"cache/{each}"),
                env=place.environment, stderr=subprocess.PIPE, text=True)
            for each in range(4)]
        texts = [process.communicate()[1] for process in processes]
        codes = [process.returncode for process in processes]
        refused += sum(code == 74 for code in codes)
        for code, text in zip(codes, texts):
            if code not in (0, 74) or (code == 74 and "another build is writing this site" not in text):
                failures.append(f"two builds at once: exit {code}: {text.strip()}")
        if 0 not in codes:
            failures.append(f"of {len(codes)} builds at once none came through")
        elif place.stands(folder) != "new" or set(os.listdir(folder)) - KEPT:
            failures.append(f"after builds at once stand {place.stands(folder)} and {os.listdir(folder)}")
        shutil.rmtree(folder)
    print(f"at once: {rounds} rounds of 4 builds, {refused} refused", flush=True)
    for jobs in (1, 2, 7):
        for start in ("first", "former", "incremental", "no-op"):
            folder = place.folder(start)
            outcome = place.build(folder / "site", jobs=jobs)
            if outcome.returncode != 0 or tree(folder / "site") != place.trees["new"]:
                failures.append(f"--jobs {jobs}, {start}, makes another site")
            shutil.rmtree(folder)
    return failures
