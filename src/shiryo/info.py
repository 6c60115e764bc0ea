"""What an output says of itself, from composing to its file."""

from shiryo.values import dataclass


@dataclass(frozen=True, slots=True)
class Info:
    """What the file says of itself."""

    title: str
    author: str = ""
    subject: str = ""
    keywords: str = ""
    language: str = "ja-JP"
    date: str = ""
    """ISO 8601 date of the briefing, or empty."""
