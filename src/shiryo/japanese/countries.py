"""Countries and what they are called: 米国, アメリカ, 米. The list: ``countries.toml``."""

import tomllib
from importlib.resources import files

_DATA = tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
LETTERS: dict[str, str] = {
    name: letter for letter, names in _DATA["letters"].items() for name in names
}
"""The names of countries that headlines name by a letter, each with that letter."""
LETTER = f"[{''.join(sorted(set(LETTERS.values())))}]"
"""One of the letters, as a pattern."""
NAMES = frozenset((*LETTERS, *_DATA["names"]["without_letter"]))
"""The names of all countries of the list."""
OWN = "わが国|我が国|我国|本邦"
"""What a Japanese text calls Japan, as a pattern."""
ABROAD = ("海外", "国外", "外国", "諸外国")
"""What it calls all other countries."""


def is_country(text: str) -> bool:
    """Tell whether ``text`` is a country's name or letter, and nothing else."""
    return text in NAMES or text in LETTERS.values()
