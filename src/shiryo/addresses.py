"""Which addresses may be links: pages, mailboxes and places of the document itself.

Everything else that an address can be starts a program, runs a script or reads a file on the
machine of whoever clicks on it.
"""

import posixpath
from functools import lru_cache
from urllib.parse import unquote

from shiryo import characters
from shiryo import lazy_re as re

_LINK = re.compile(
    r"https?://[^\s/\\?#*<>{}|]++(?:[/?#][^\\]*+)?"
    r"|mailto:[^\s@/\\?]++@[^\s@/\\?]++(?:\?[^\s\\]*+)?"
    r"|#\S++",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[^\S ]|^ | $")


@lru_cache(1024)
def is_link(address: str) -> bool:
    """Tell whether ``address`` is http, https or mailto with a host, or ``#`` and a name.

    One whose host is a pattern (``https://*.example``) is none.
    """
    odd = _BLANKS.search(address) or characters.UNWANTED.search(address)
    return not odd and bool(_LINK.fullmatch(address))


def beside(file: str, href: str) -> str:
    """Return the path of a file that the article ``file`` names, from where that path starts.

    Empty for an address on the network, and for one that starts at the root of its site.
    """
    path = posixpath.normpath(unquote(href.partition("?")[0]))
    if not href or "://" in href or posixpath.isabs(path):
        return ""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
