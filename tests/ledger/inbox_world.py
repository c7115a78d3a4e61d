"""The small world with an inbox: the export arrives there, the daily run decides it and puts it away."""

from __future__ import annotations

import json
import os
from pathlib import Path

from typer.testing import CliRunner

from leadroute.cli import app
from leadroute.files.write.publish import fingerprint
from leadroute.ledger.sqlite.store import SqliteLedger
from tests.ledger.world import NOW, World

_JOB = """\
leadroute_job: 1
rules: rules.yaml
reps: reps.csv
inbox: inbox
archive: done
out: out
log: run.log
format: csv
split: true
"""
_THEN = 1_700_000_000


class InboxWorld(World):
    """A folder with a job; an export that grows takes the place of one that still lies in the inbox."""

    def __init__(self, folder: Path) -> None:
        """Begin anew."""
        super().__init__(folder)
        (folder / "job.yaml").write_text(_JOB)

    def export(self, rows: int) -> None:
        """An export of so many leads arrives, written long ago."""
        super().export(rows)
        arrived = self.folder / "inbox" / "leads.csv"
        arrived.parent.mkdir(exist_ok=True)
        arrived.write_bytes((self.folder / "leads.csv").read_bytes())
        os.utime(arrived, (_THEN + rows, _THEN + rows))

    def assign(self, now: int = 0) -> int:
        """A run of the job in this process; its exit code."""
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            return CliRunner().invoke(app, ["run", "job.yaml", "-q", "--now", NOW[now]]).exit_code
        finally:
            os.chdir(before)

    def torn(self) -> list[str]:
        """Also: a file left in the inbox, one in the archive that no run has decided, a log that cannot be read."""
        wrong = [*super().torn(), *(f"{path.name} left" for path in (self.folder / "inbox").iterdir())]
        with SqliteLedger(self.folder / "rules.ledger") as ledger:
            told = json.dumps([dict(run.facts) for run in ledger.runs()])
        archived = [path for path in (self.folder / "done").rglob("*") if path.is_file()]
        wrong += [f"{path} undecided" for path in archived if fingerprint(path) not in told]
        wrong += [] if archived else ["nothing archived"]
        for line in (self.folder / "run.log").read_text().splitlines():
            json.loads(line)
        return wrong

    def state(self) -> dict[str, object]:
        """Also the archive."""
        archived = {str(path): path.read_bytes() for path in (self.folder / "done").rglob("*") if path.is_file()}
        return {**super().state(), **archived}
