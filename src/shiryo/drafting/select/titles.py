"""What titles of sections tell of their part in the whole."""

import re
import unicodedata

_TAIL = re.compile(
    r"(?:結論|決定(?:事項)?|まとめ|結果|次回(?:予定)?|例外|補足|備考|(?:ご?注意|留意)(?:点|事項)?)"
    r"(?:[ (].*)?"
)
_QUESTION = re.compile(r"^Q\s?[0-9]{0,3}\s?[.:、)．：]|\?$")
_FAQ = re.compile(r"質問|FAQ|Q\s?(?:&|and)\s?A|frequently asked", re.I)


def closes(title: str) -> bool:
    """Tell whether a section closes what stands before it and is no topic of its own."""
    return _TAIL.fullmatch(_plain(title)) is not None


def asks(title: str) -> bool:
    """Tell whether a title is a question, which its section answers."""
    return _QUESTION.search(_plain(title)) is not None


def is_faq(title: str) -> bool:
    """Tell whether a title says that questions are answered below it."""
    return _FAQ.search(_plain(title)) is not None


def _plain(title: str) -> str:
    return unicodedata.normalize("NFKC", title).strip()
