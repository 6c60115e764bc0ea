"""The article's words as inline text of an outline: signs that would be marks stay signs."""

import re

from shiryo import inline


def escape(text: str) -> str:
    """Return ``text`` so that the outline shows it as it is: no marks, no Jinja2."""
    if inline.plain(inline.parse(text)) != text:
        text = re.sub(r"(\*\*|\[|\{|\^\[|\\(?=[*\[{^\\]))", r"\\\1", text)
    text = re.sub(r"\{{2,}", lambda match: r"\{" * len(match[0]), text)
    return re.sub(r"\{[%#]", lambda match: "{{ '" + match[0] + "' }}", text)
