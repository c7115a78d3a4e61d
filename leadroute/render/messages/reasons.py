"""Why some codes matter, in a few sentences more than a finding has: (zh, en)."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    "LR202": (
        "规则总有漏掉的线索。default 说明它们归谁，否则它们会无人负责。",
        "Rules always miss some leads. The default says whose those are, or they would be nobody's.",
    ),
}
