"""For how many rules of random rulebooks ``leadroute test --write`` makes an example up, and whether all of them pass.

``python -m benchmarks.examples`` tries 300 rulebooks small enough that the engine can be asked about every lead there
can be; ``--write`` puts the figures into docs/testing.md.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

from benchmarks.page import put
from leadroute.commands.bench import Bench
from leadroute.commands.coverage import tested
from leadroute.commands.propose_examples import propose
from leadroute.engine.plan import DEFAULT
from leadroute.model.rulebook import Members, Pool
from tests.proof.worlds import NOW, Engine, random_book

PAGE = Path(__file__).parent.parent / "docs" / "testing.md"
HEADS = ("rulebooks", "rules that can be reached", "found", "defaults", "sides", "examples", "failed", "CPU s")
EVERYBODY = {name: Pool(name, Members(everybody=True)) for name in "ab"}


def tried(seed: int) -> Counter[str]:
    """What could be reached in one rulebook, and what an example was found for."""
    book = replace(random_book(Random(seed)), pools=EVERYBODY)  # noqa: S311 - rulebooks, no secrets
    at = Bench(PAGE, book, None, (), {}, NOW.replace(tzinfo=ZoneInfo(book.timezone)), ())
    proposed = propose(at, tested(book, None, (), at.now), None)
    found = tested(book, None, [one.example for one in proposed], at.now)
    reached, open_ = Engine(book).hits, {name for name, _ in found.unreached}
    rules = [rule.name for at_rule, rule in enumerate(book.rules) if at_rule in reached]
    return Counter(
        {
            "examples": len(proposed),
            "failed": sum(not trial.passed for trial in found.trials),
            "rules": len(rules),
            "rules found": len([name for name in rules if name not in open_]),
            "defaults": int(DEFAULT in reached),
            "defaults found": int(found.by_default),
            "sides": 2 * len(found.bounds),
            "sides found": sum(bound.below + bound.above for bound in found.bounds),
        }
    )


def main() -> int:
    """Read the command line, count, print; ``--write`` also puts the table into the page."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--books", type=int, default=300)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    start, found = time.process_time(), Counter[str]()
    for seed in range(chosen.books):
        found += tried(seed)
    cells = [
        f"{chosen.books}",
        f"{found['rules']:,}",
        f"{found['rules found']:,}",
        f"{found['defaults found']} of {found['defaults']}",
        f"{found['sides found']:,} of {found['sides']:,}",
        f"{found['examples']:,}",
        f"{found['failed']}",
        f"{time.process_time() - start:.0f}",
    ]
    lines = [f"| {' | '.join(HEADS)} |", f"|{'---:|' * len(HEADS)}", f"| {' | '.join(cells)} |"]
    print("\n".join(lines))
    if chosen.write:
        put(PAGE, "examples", lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
