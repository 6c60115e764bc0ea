"""What strangers wrote is read or refused in words, whatever was done to it."""

from functools import cache
from pathlib import Path

import pytest
from fuzzed import SEEDS, TARGETS, found, seeds, tried
from hypothesis import given
from hypothesis import strategies as st

_PIECES = st.binary(max_size=4) | st.sampled_from(
    [b"\0", b"\r\n", b"  ", b"{", b"}", b"[", b"]", b"<", b"</", b">", b"&#0;", b"'", b'"', b": ",
     b"*", b"\xef\xbb\xbf", b"\xff\xfe", b"-1", b"99999999999999999999", b"1e999", b"NaN"]
)  # fmt: skip
_EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), _PIECES), min_size=1, max_size=6)


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """Return ``data`` with pieces in place of what stood there."""
    for where, size, piece in edits:
        at = int(where * len(data))
        data = data[:at] + piece + data[at + size :]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_what_a_search_begins_with_is_read(name: str) -> None:
    for data in SEEDS[name]():
        TARGETS[name](data)


@pytest.mark.parametrize("name", TARGETS)
@given(data=st.data(), edits=_EDITS)
def test_what_was_edited_is_read_or_refused(
    name: str, data: st.DataObject, edits: list[tuple[float, int, bytes]]
) -> None:
    tried(name, edited(data.draw(st.sampled_from(_begun(name))), edits))


@cache
def _begun(name: str) -> list[bytes]:
    return [*seeds(name)]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        pytest.param(name, file, id=f"{name}-{file.name}")
        for name in TARGETS
        for file in found(name)
    ],
)
def test_what_was_found_once_is_mended(name: str, file: Path) -> None:
    tried(name, file.read_bytes())
