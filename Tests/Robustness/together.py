"""Builds into one output at one time, and builds that differ in what must not matter."""

import argparse
import os
import random
import shutil
import subprocess

from place import KEPT, Place, make_ledger, tree

# So many cases are kept from one build to the next.
MANY = 230
AUDIENCES = ("team", "management", "public")


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
    failures += sharing(place, 20 if options.full else 2)
    print(f"at once: {rounds} rounds of 4 builds, {refused} refused", flush=True)
    for jobs in (1, 2, 7):
        for start in ("first", "former", "incremental", "no-op"):
            folder = place.folder(start)
            outcome = place.build(folder / "site", jobs=jobs)
            if outcome.returncode != 0 or tree(folder / "site") != place.trees["new"]:
                failures.append(f"--jobs {jobs}, {start}, makes another site")
            shutil.rmtree(folder)
    return failures


def sharing(place: Place, rounds: int) -> list[str]:
    """Sites for three audiences, made at once from one ledger with one cache."""
    failures: list[str] = []
    folder = place.root / "sharing"
    make_ledger(folder / "ledger", MANY, "new")

    def command(audience: str, cache: str) -> list[str]:
        return place.command(folder / audience / "site", cache=cache) + ["--audience", audience]

    def shared(command: list[str]) -> list[str]:
        return [str(folder / "ledger") if part.endswith("/ledger") else part for part in command]

    for audience in AUDIENCES:
        subprocess.run(shared(command(audience, "own")), env=place.environment, capture_output=True, check=True)
    alone = {audience: tree(folder / audience / "site") for audience in AUDIENCES}
    for number in range(rounds):
        for audience in AUDIENCES:
            shutil.rmtree(folder / audience)
        # All cases are read and kept anew.
        for path in (folder / "ledger" / "cases").iterdir():
            os.utime(path)
        processes = [
            subprocess.Popen(
                shared(command(audience, str(folder / "cache"))), env=place.environment, stderr=subprocess.PIPE, text=True)
            for audience in AUDIENCES]
        for audience, process in zip(AUDIENCES, processes):
            said = process.communicate()[1]
            if process.returncode != 0 or tree(folder / audience / "site") != alone[audience]:
                failures.append(f"round {number} of builds with one cache, {audience}: exit {process.returncode}: {said[-300:]}")
    shutil.rmtree(folder)
    return failures
