"""The examples of a proposed rulebook: one for each rule, and one for the default."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leadroute.render.starting.sharing import pool_names, reach
from leadroute.render.words import say
from leadroute.rulebook.yaml_text import mapped, remark, scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from leadroute.model.rulebook import Language
    from leadroute.model.survey import Survey
    from leadroute.rulebook.propose import Ground, Proposal

_REACHED = {
    "phone": "13800001234",
    "email": "someone@example.com",
    "wechat": "weixin-example",
    "tel": "400-555-0123",
}
"""Ways to reach nobody, the best first; none of them tells a place."""


def examples_text(survey: Survey, proposal: Proposal, language: Language) -> str:
    """A file of examples."""
    lines = [remark(say("draft.examples", language)), "examples:"]
    for lead, expect in _examples(survey, proposal, language):
        lines += [f"  - lead: {_flat(lead)}", f"    expect: {_flat(expect)}"]
    return "\n".join(lines) + "\n"


Pairs = dict[str, str]


def _examples(survey: Survey, proposal: Proposal, language: Language) -> Iterator[tuple[Pairs, Pairs]]:
    company = {"company": say("draft.company", language)}
    found = reach(survey)
    lead = {**company, **next(({name: value} for name, value in _REACHED.items() if name in found), {})}
    if found:
        yield company, {"rule": say("draft.no_contact", language), "outcome": "pooled"}
    pools, ground = pool_names(proposal, language), proposal.ground
    if ground:
        for share in proposal.territories:
            pool = pools[share.team]
            yield lead | {ground.field: share.values[0].text}, {"rule": pool, "pool": pool}
        if proposal.personal:
            own = {"rule": say("draft.own", language), "outcome": "assigned"}
            yield lead | {ground.field: _answered(survey, proposal, ground)}, own
    if proposal.everybody:
        yield lead, {"rule": say("draft.in_turn", language), "outcome": "assigned"}
    else:
        yield lead, {"outcome": "pooled"}


def _answered(survey: Survey, proposal: Proposal, ground: Ground) -> str:
    """A value somebody answers for; of a roster yet to be filled in one that leads have."""
    field = survey.field(ground.field)
    known = (*proposal.own, *(field.values if field else ()))
    return known[0].text if known else "上海"


def _flat(pairs: Pairs) -> str:
    return mapped((key, scalar(value)) for key, value in pairs.items())
