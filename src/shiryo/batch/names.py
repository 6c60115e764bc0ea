"""Names of briefings that every system can hold, told apart as the least particular one does."""

import hashlib
import unicodedata

from shiryo import lazy_re as re
from shiryo import limits

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f/\\:*?"<>|\u2028\u2029]+')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.I)
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
_BRACES = re.compile(r"\{[{%]|[%}]\}|/")


def safe(text: str) -> str:
    """Return ``text`` as the name of a file or folder, without its ending; empty: it has none.

    Separators, control characters and what Windows refuses become ``_``. A long name is cut, and
    ends in a digest of the whole.
    """
    name = _UNFIT.sub("_", unicodedata.normalize("NFC", text).strip())
    name = name.encode("utf-8", "replace").decode("utf-8")
    name = name.strip(" .") if name.strip(" .") else ""
    if _RESERVED.fullmatch(name):
        name = f"_{name}"
    data = name.encode()
    if len(data) <= limits.BATCH_NAME_BYTES:
        return name
    mark = "~" + hashlib.sha256(data).hexdigest()[:8]
    return data[: limits.BATCH_NAME_BYTES - len(mark)].decode("utf-8", "ignore") + mark


def folded(name: str) -> str:
    """Return what two names have in common that some file system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())


def parts(form: str) -> list[str]:
    """Return the parts of a form of names, such as ``{{ 県 }}/{{ 市 }}``: folders and the name.

    A slash in braces, or in a value, parts nothing.
    """
    found, start, inside = [], 0, False
    for match in _BRACES.finditer(form):
        if match[0] != "/":
            inside = match[0].startswith("{")
        elif not inside:
            found.append(form[start : match.start()])
            start = match.end()
    return [*found, form[start:]]
