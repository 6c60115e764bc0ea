"""Addresses that stand in a text: they lead where they say."""

from collections.abc import Iterator
from dataclasses import replace

from shiryo import inline
from shiryo import lazy_re as re

_ADDRESS = re.compile(
    r"(https?://[!-~]*[A-Za-z0-9/]"
    r"|(?<![!-~])www\.[A-Za-z0-9-]+\.[!-~]*[A-Za-z0-9/]"
    r"|(?<![A-Za-z0-9._%+@-])[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9@-]))"
)
"""Of a page, with its scheme or from www on; of a mailbox."""
_OPEN = re.compile(r"\*|<|\{|\[|://[^/]*\$")
"""What stands for something else in an address."""
_BEGUN = re.compile(r"[:/.?=&-]*[*<{]")


def linked(text: inline.Text) -> Iterator[inline.Run]:
    """Yield the runs of ``text``, an address that stands there as one that leads to itself."""
    for run in text:
        if run.href or run.ruby or not _ADDRESS.search(run.text):
            yield run
            continue
        parts = _ADDRESS.split(run.text)
        for n, part in enumerate(parts):
            last = n == len(parts) - 1
            if part or last:
                note = run.note if last else None
                after = parts[n + 1] if n % 2 else ""
                href = _target(part) if n % 2 and not _is_pattern(part, after) else None
                yield replace(run, text=part, href=href, note=note)


def _is_pattern(address: str, after: str) -> bool:
    """Tell whether an address is one of many: a part of it is still to be filled in."""
    return bool(_OPEN.search(address)) or bool(_BEGUN.match(after))


def _target(address: str) -> str:
    if "://" in address:
        return address
    return f"https://{address}" if address.startswith("www.") else f"mailto:{address}"
