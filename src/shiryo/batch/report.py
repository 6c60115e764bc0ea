"""What a batch tells people: a page with what failed first."""

import html
from collections import Counter
from collections.abc import Iterator
from typing import Any

from shiryo import limits
from shiryo.batch import manifest
from shiryo.batch.manifest import FAILED, MADE, WAITING, Line, lines
from shiryo.messages import wording
from shiryo.workspace.ledger import Ledger

NAME = "report.html"
DOUBTFUL = "doubtful"
_HEAD = """<!DOCTYPE html>
<html lang="ja"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 16px/1.6 sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem;
  color: #222 }}
h1 {{ font-size: 1.5rem }} h2 {{ font-size: 1.15rem; margin-top: 2rem }} small {{ color: #555 }}
table {{ border-collapse: collapse; width: 100% }} th {{ background: #eef2f6 }}
th, td {{ border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top;
  overflow-wrap: anywhere }} th:first-child {{ width: 14rem }} th:nth-child(2) {{ width: 14rem }}
ul {{ margin: 0; padding-left: 1.1rem }}
</style></head><body>
<h1>{title}</h1><p>{summary}</p>
"""


def report(ledger: Ledger, title: str) -> Iterator[str]:
    """Yield the page, part by part: what failed first, then what a person should look at."""
    statuses, kinds, seconds = Counter[str](), Counter[str](), 0.0
    for line in lines(ledger):
        statuses[line.status] += 1
        kinds[_kind(line)] += 1
        seconds += line.entry.seconds if line.entry and line.planned.done else 0
    made, failed, waiting = (statuses[status] for status in (MADE, FAILED, WAITING))
    summary = wording(
        "batch.report.summary", all=f"{made + failed + waiting:,}", made=f"{made:,}",
        failed=f"{failed:,}", waiting=f"{waiting:,}", seconds=f"{seconds:,.0f}",
    )  # fmt: skip
    yield _HEAD.format(title=html.escape(title), summary=html.escape(summary))
    shown = [kind for kind in (FAILED, DOUBTFUL, WAITING) if kinds[kind]]
    for kind in shown:
        yield from _table(ledger, kind, kinds[kind])
    if not shown:
        yield f"<p>{html.escape(wording('batch.report.good'))}</p>"
    yield "</body></html>\n"


def _kind(line: Line) -> str:
    """Return the table that a briefing stands in."""
    return DOUBTFUL if line.is_doubtful else {MADE: ""}.get(line.status, line.status)


def _table(ledger: Ledger, kind: str, count: int) -> Iterator[str]:
    head = wording(f"batch.report.{kind}", count=f"{count:,}")
    yield f"<h2>{html.escape(head)}</h2>\n<table><tr>"
    for head in ("place", "name", "said"):
        yield f"<th>{html.escape(wording(f'batch.report.{head}'))}</th>"
    yield "</tr>\n"
    shown = 0
    for line in lines(ledger):
        if _kind(line) == kind:
            yield _row(line)
            shown += 1
            if shown == limits.BATCH_REPORTED:
                break
    yield "</table>\n"
    if count > shown:
        more = wording("batch.report.more", count=f"{count - shown:,}", path=manifest.NAME)
        yield f"<p>{html.escape(more)}</p>\n"


def _row(line: Line) -> str:
    told = (d for d in line.diagnostics if d.get("severity") != "note")
    cells = (
        _text(line.planned.place),
        _text(line.planned.name or "—"),
        f"<ul>{''.join(map(_said, told))}</ul>",
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _said(diagnostic: dict[str, Any]) -> str:
    at, message, hint, code = (
        _text(diagnostic.get(key)) for key in ("at", "message", "hint", "code")
    )
    return f"<li><b>{at}</b> {message}<br><small>{hint} [{code}]</small></li>"


def _text(value: Any) -> str:
    return html.escape(str(value or ""))
