"""Texts and numbers as YAML writes them, so that every reader takes them for the same."""

import datetime as dt
import io
import json
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from shiryo import lazy_re as re

if TYPE_CHECKING:
    from ruamel.yaml import YAML

_ALONE = Lock()
"""What writes scalars serves one thread at a time."""
_TAKEN = re.compile(
    r"^[-?:=]|^<<$|:$|:\s|\s#|^[-+.]?[\d_][-+\d_.,:\sTZ]*(?:e[-+]?\d+)?$|^[-+]?0[box][\da-f_]+$"
    r"|^[-+]?\.(?:inf|nan)$"
    r"|^(?:y|n|yes|no|on|off|true|false|null|~)$",
    re.I | re.ASCII,
)
"""What some reader of YAML takes for no text, or for its end, though ruamel would not quote it.

Readers of YAML 1.1 know more numbers and truth values (yaml.org/type), one also ``1,000``.
"""

_BREAK = re.compile(r"[\x85\u2028\u2029]")
"""Ends of lines that are none to a person."""
_PRINTED = re.compile(r"[ -~\xa1-\u2027\u202a-\ud7ff\uf900-\ufdff\uff00-\uffef]+")
"""What stands in quotes as it is."""
_PLAIN = re.compile(
    r"(?:(?:[0-9][0-9 .%()/+~-]*+)?[「『（(ぁ-んァ-ヶ一-鿿]|[0-9]*[a-df-zA-Z]|e|\.{0,2}/)"
    r"(?:[^\0-\x1f:#,\[\]{}?\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufe00-\ufeff\ufff0-\U0010ffff]*"
    r"[^\0- :#,\[\]{}?\x7f-\xa0\u2028\u2029\ud800-\uf8ff\ufe00-\ufeff\ufff0-\U0010ffff])?"
)
"""What is surely a text, nothing else, and needs no quotes, unless it is `_TAKEN`."""
_LINE = re.compile(
    r"[!-~\xa1-\u2027\u3001-\ud7ff\uff00-\uffef][ -~\xa1-\u2027\u3001-\ud7ff\uff00-\uffef]*"
)
"""A line of a text of several that stands as it is below its key."""
_AMONG = re.compile(r"[#:,\[\]{}?]+(?!$)|\?+$")
"""Signs that mean something between brackets alone, or beside a blank (`_TAKEN`)."""


class Number(str):
    """A number with a fraction, as it is written; whoever reads it takes it for a text."""

    __slots__ = ()


def in_flow(value: Any) -> str:
    """Return a scalar that may stand between brackets."""
    if isinstance(value, Number) or value is None:
        return str(value or "~")
    plain = not isinstance(value, str) or _PLAIN.fullmatch(value)
    return scalar(value, flow=True) if plain else quoted(value)


def quoted(value: Any) -> str:
    """Return a scalar as `in_flow`, a text in quotes."""
    if isinstance(value, str) and _PRINTED.fullmatch(value):
        return _in_quotes(value)
    return _written(value, True, "'") if isinstance(value, str) else scalar(value, flow=True)


def _in_quotes(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def in_style(value: Any, quote: str, *, flow: bool) -> str:
    """Return a scalar on one line, a text in the quotes that it had, if any.

    ``flow``: between brackets.
    """
    if isinstance(value, str) and not isinstance(value, Number):
        if quote == '"' or "\n" in value:
            made = json.dumps(value, ensure_ascii=False)
            return _BREAK.sub(lambda sign: f"\\u{ord(sign[0]):04x}", made)
        if quote == "'" and _PRINTED.fullmatch(value):
            return _in_quotes(value)
    return in_flow(value) if flow else scalar(value)


def scalar(value: Any, *, flow: bool = False) -> str:
    """Return a text, a number … as YAML writes it; ``flow``: between brackets or braces."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool | int | dt.date) and not isinstance(value, dt.datetime):
        return str(value).lower()
    if isinstance(value, str):
        if not value:
            return _in_quotes(value)
        if _BREAK.search(value):
            return _written(value, flow, '"')
        if "\n" in value.strip("\n") and not value.endswith("\n"):
            if not flow and all(map(_LINE.fullmatch, value.split("\n"))):
                return "|-\n  " + value.replace("\n", "\n  ")
            return _written(value, flow, "|")
        if _TAKEN.search(value):
            return _in_quotes(value) if _PRINTED.fullmatch(value) else _written(value, flow, "'")
        if _PLAIN.fullmatch(value if flow else _AMONG.sub("-", value)):
            return value
    return _written(value, flow)


@lru_cache(1024, typed=True)
def _written(value: Any, flow: bool, style: Literal["", "'", '"', "|"] = "") -> str:
    """Return a scalar as ruamel writes it, further lines two columns on from its key."""
    from ruamel.yaml import scalarstring
    from ruamel.yaml.comments import CommentedMap

    styled = {
        "'": scalarstring.SingleQuotedScalarString,
        '"': scalarstring.DoubleQuotedScalarString,
        "|": scalarstring.LiteralScalarString,
    }
    made = CommentedMap(k=styled[style](value) if style else value)
    if flow:
        made.fa.set_flow_style()
    out = io.StringIO()
    with _ALONE:
        _engine().dump(made, out)
    return out.getvalue()[4:-2] if flow else out.getvalue()[2:-1].removeprefix(" ")


@cache
def _engine() -> "YAML":
    """Return what writes scalars, made once: it takes long to import, and looks for plug-ins."""
    from ruamel.yaml import YAML

    engine = YAML()
    engine.width = 10**6
    return engine
