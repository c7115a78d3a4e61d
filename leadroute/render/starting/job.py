"""The job file of the daily run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.words import say
from leadroute.rulebook.yaml_text import remark, scalar

if TYPE_CHECKING:
    from leadroute.model.rulebook import Language


def job_text(reps: str, customers: str, language: Language) -> str:
    """A job that takes leads from ``inbox`` and puts results into ``out``; paths start from its folder."""
    places = {
        "rules": "rules.yaml",
        "reps": reps,
        "customers": customers,
        "inbox": "inbox/*",
        "archive": "done",
        "out": "out",
        "log": "run.log",
    }
    lines = [remark(say("job.head", language)), "leadroute_job: 1"]
    for key, value in places.items():
        if value:
            lines += [remark(say(f"job.{key}", language)), f"{key}: {scalar(value)}"]
    return "\n".join([*lines, remark(say("job.gate", language)), "max_bad: 20%"]) + "\n"
