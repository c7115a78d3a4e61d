"""A rulebook's bytes to a ``Rulebook`` and every problem in it at once."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from leadroute.model.diagnostic import Diagnostic, has_errors
from leadroute.model.rulebook import CustomerPolicy, Duplicates, Infer, Language, MemoryPolicy, Rulebook, Score
from leadroute.rulebook import scalars
from leadroute.rulebook.checks import check, rule_names
from leadroute.rulebook.decision.named import with_rows
from leadroute.rulebook.part import Part, open_part
from leadroute.rulebook.parts import (
    actions,
    columns,
    duplicates,
    examples,
    fields,
    infer,
    pools,
    rules,
    score,
    settings,
    working_time,
)
from leadroute.rulebook.reading import Reading
from leadroute.rulebook.references import with_everybody
from leadroute.rulebook.source import mistaken, read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from leadroute.model.rule_table import RuleTable, TableName
    from leadroute.model.rulebook import FieldSpec
    from leadroute.rulebook.nodes import Node
    from leadroute.rulebook.source import Source

NO_TABLES: Mapping[TableName, RuleTable | None] = MappingProxyType({})


def parse(
    data: bytes, file: str, tables: Mapping[TableName, RuleTable | None] = NO_TABLES
) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
    """Read a rulebook; ``None`` when there is an error among the diagnostics. Never raises, opens nothing.

    ``tables`` are the decision tables it names, see ``understood``.
    """
    return understood(read(data, file), file, tables)


def understood(
    source: Source, file: str, tables: Mapping[TableName, RuleTable | None]
) -> tuple[Rulebook | None, tuple[Diagnostic, ...]]:
    """The same of a rulebook whose nodes are there already.

    ``tables`` holds the decision tables it names (see ``decision.named``), ``None`` for one that cannot be read and of
    which that has been told.
    """
    if source.root is None or mistaken(source, "leadroute", "leadroute_job", "LR151"):
        return None, source.found.all
    book = _book(Reading(source.found), source.root, tables)
    check(book, source.found)
    found = source.found.all
    read_tables = tuple(table for table in tables.values() if table)
    marks = "".join((source.fingerprint, *(f"\n{table.fingerprint}" for table in read_tables)))
    own = hashlib.sha256(marks.encode()).hexdigest() if read_tables else source.fingerprint
    whole = replace(with_everybody(book), file=file, fingerprint=own, tables=read_tables)
    return (None if has_errors(found) else whole), found


def _book(start: Reading, node: Node, tables: Mapping[TableName, RuleTable | None]) -> Rulebook:
    """Names first (fields, pools, rules), so that what refers to them can be checked where it stands."""
    first = open_part(start, node, "rulebook")
    settings.check_version(first)
    own = first.take("fields", fields.fields, ())
    root = _knowing(first, own, tables)
    language = root.take("language", scalars.choice(Language), Language.ZH)
    working = root.take("working_time", working_time.working_time, None)
    return Rulebook(
        name=root.take("name", scalars.text, ""),
        language=language,
        timezone=root.take("timezone", settings.timezone, "Asia/Shanghai"),
        fields=own,
        columns=root.take("columns", columns.columns, ()),
        infer=root.take("infer", infer.infer, Infer()),
        duplicates=root.take("duplicates", duplicates.duplicates, Duplicates()),
        customers=root.take("customers", duplicates.customers, CustomerPolicy()),
        score=root.take("score", score.score, Score()),
        lanes=root.take("lanes", score.lanes, ()),
        fairness=settings.fairness(root),
        leave=root.take("leave", settings.leave, None),
        working_time=working,
        memory=root.take("ledger", settings.memory, MemoryPolicy()),
        pools=root.take("pools", pools.pools, {}),
        rules=root.take("rules", rules.rules, ()),
        default=actions.default(root),
        output=settings.output(root, language, working),
        examples=root.take("examples", examples.examples, ()),
    )


def _knowing(root: Part, own: tuple[FieldSpec, ...], tables: Mapping[TableName, RuleTable | None]) -> Part:
    """The part with the names it knows; rows of decision tables stand among its rules."""
    reading = replace(
        root.reading,
        kinds={**root.reading.kinds, **{spec.name: spec.kind for spec in own}},
        spellings=fields.spellings(own),
        pools=dict.fromkeys(root.take("pools", pools.names, ())),
    )
    listed = with_rows(reading, root.given.get("rules"), tables)
    given = {**root.given, "rules": listed} if listed else root.given
    return replace(root, reading=replace(reading, rules=dict.fromkeys(rule_names(listed))), given=given)
