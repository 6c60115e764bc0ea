"""Front matter: what a file says of itself above its text, in YAML, TOML or JavaScript (MDX).

Some write the fields in a comment instead, as they are or in JSON, where a title is among them.
"""

import json
from typing import NamedTuple

from shiryo import lazy_re as re

_FRONT = re.compile(
    r"\A(?:---[ \t]*\n(?P<yaml>(?:.*\n)*?)(?:---|\.\.\.)|\+\+\+[ \t]*\n(?P<toml>(?:.*\n)*?)\+\+\+"
    r"|<!--[ \t]*\n(?P<json>\{.*\})[ \t]*\n-->"
    r"|<!--[ \t]*\n(?P<comment>(?:[ \t]*\w[\w-]*[ \t]*+:.*\n)+)-->"
    r"|export const \w+ = \{[ \t]*\n(?P<mdx>(?:.*\n)*?)\};?)"
    r"[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(r"^(?P<name>[A-Za-z_][\w-]*)[ \t]*+[:=](?P<value>.*)", re.M)
_LAYOUT = re.compile(r"^[ \t]+|,[ \t]*$", re.M)
"""What JavaScript has around a field."""
_QUOTED = re.compile(r"\"(?P<double>(?:[^\"\\]++|\\.)*+)\"|'(?P<single>(?:[^']++|'')*+)'")
_COMMENT = re.compile(r"(?<=\s)#.*")
_READ = ("title", "subtitle", "date", "url", "canonical_url")
_NAMES = ("headline", "name_ja", "nameja", "name")
"""What a profile or a record is called, where it has no title."""
_OWN = re.compile(r"[^\x00-\x7f]")
_DATES = (
    "date", "published_at", "publishedat", "publishdate", "pubdate", "created_at", "created_time",
    "created", "updated_at", "lastmod", "last_modified", "updated", "modified", "last_edited_time",
)  # fmt: skip


class Front(NamedTuple):
    """What the text above an article says."""

    fields: dict[str, str]
    """Names in small letters, without what is nested in them."""
    last: int
    """1-based last line of it; 0 where there is none."""

    @property
    def name(self) -> str:
        """What it says that the article is of, in words of its language; no name of a file."""
        return next((n for name in _NAMES if _OWN.search(n := self.fields.get(name, ""))), "")

    @property
    def date(self) -> str:
        """The first date in its own words."""
        return next((self.fields[name] for name in _DATES if name in self.fields), "")

    @property
    def url(self) -> str:
        """The address of the article."""
        return self.fields.get("canonical_url") or self.fields.get("url", "")

    @property
    def rest(self) -> str:
        """The names of the fields that nothing is made of."""
        return "、".join(name for name in self.fields if name not in (*_READ, *_DATES, *_NAMES))


def read(text: str) -> Front:
    """Return the front matter of ``text``; a rule above prose is none."""
    found = _FRONT.match(text)
    if not found:
        return Front({}, 0)
    plain = found["yaml"] or found["toml"] or found["comment"]
    body = plain or _LAYOUT.sub("", found["mdx"] or "")
    fields = {m["name"].lower(): _value(m["value"].strip()) for m in _FIELD.finditer(body)}
    fields = _of_json(found["json"]) if found["json"] else fields
    first = body.lstrip("\n").split("\n")[0]
    begins = found["json"] or _FIELD.match(first) or first.startswith("#")
    untitled = (found["comment"] or found["json"]) and "title" not in fields
    if untitled or not (fields and begins):
        return Front({}, 0)
    return Front(fields, found[0].rstrip("\n").count("\n") + 1)


def _of_json(text: str) -> dict[str, str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    said = {name.lower(): value for name, value in found.items()} if found else {}
    return {name: value if isinstance(value, str) else "" for name, value in said.items()}


def _value(text: str) -> str:
    """Return what a field says, without its quotation marks and the comment after it."""
    quoted = _QUOTED.match(text)
    if quoted is None:
        return _COMMENT.sub("", text).strip()
    double, single = quoted["double"], quoted["single"]
    return re.sub(r"\\(.)", r"\1", double) if double is not None else single.replace("''", "'")
