"""Objects written behind a finished file: an incremental update (ISO 32000-1, 7.5.6)."""

import io
import zlib
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pikepdf import Pdf

Numbered = Iterable[tuple[int, bytes]]
"""Objects as they stand in a file, by their numbers."""
_PACK = 200
"""How many objects are compressed together (7.5.7)."""
_START = b"startxref"


def added(file: bytes, make: Callable[[Pdf, int], Numbered]) -> bytes:
    """Return ``file`` with more objects.

    ``make`` gets the file, opened, and the first number that is free in it; it may also give an
    object of the file anew.
    """
    with Pdf.open(io.BytesIO(file)) as pdf:
        size = int(pdf.trailer.Size)
        packs = list(_packed(make(pdf, size)))
        kept = b"".join(
            b"%s %s" % (key.encode(), pdf.trailer[key].unparse())
            for key in ("/Root", "/Info", "/ID")
            if key in pdf.trailer
        )
    size = max(size, *(number + 1 for numbers, *_ in packs for number in numbers))
    made, start, entries = [file], len(file), dict[int, tuple[int, int, int]]()
    for stream, (numbers, first, data) in enumerate(packs, size):
        entries |= {number: (2, stream, at) for at, number in enumerate(numbers)}
        entries[stream] = (1, start, 0)
        about = b"/Type/ObjStm/N %d/First %d" % (len(numbers), first)
        made.append(_stream(stream, about, data))
        start += len(made[-1])
    own = size + len(packs)
    entries[own] = (1, start, 0)
    before = int(file[file.rindex(_START) + len(_START) :].split()[0])
    ranges = " ".join(f"{first} {count}" for first, count in _stretches(sorted(entries)))
    rows = b"".join(
        bytes([kind]) + where.to_bytes(4) + at.to_bytes(2)
        for _, (kind, where, at) in sorted(entries.items())
    )
    about = b"/Type/XRef/W[1 4 2]/Index[%s]/Size %d/Prev %d" % (ranges.encode(), own + 1, before)
    made.append(_stream(own, about + kept, _deflated(rows)))
    made.append(b"%s\n%d\n%%%%EOF\n" % (_START, start))
    return b"".join(made)


def _packed(objects: Numbered) -> Iterator[tuple[list[int], int, bytes]]:
    """Yield numbers of objects, where the first of them begins, and all of them compressed."""
    remaining = iter(objects)
    while pack := list(islice(remaining, _PACK)):
        head, at = list[str](), 0
        for number, data in pack:
            head.append(f"{number} {at}")
            at += len(data) + 1
        start = " ".join(head).encode() + b"\n"
        body = start + b"\n".join(data for _, data in pack)
        yield [number for number, _ in pack], len(start), _deflated(body)


def _deflated(data: bytes) -> bytes:
    """Return ``data`` compressed, with white space behind it where a carriage return would end it.

    See `shiryo.render.pdf.finish`.
    """
    made = zlib.compress(data, 9)
    return made + b"\n" if made.endswith(b"\r") else made


def _stream(number: int, about: bytes, data: bytes) -> bytes:
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>\n" % (number, about, len(data))
    return head + b"stream\n" + data + b"\nendstream\nendobj\n"


def _stretches(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the first of each stretch of numbers without a gap, and how many they are."""
    first = 0
    for at, number in enumerate(numbers, 1):
        if at == len(numbers) or numbers[at] != number + 1:
            yield numbers[first], at - first
            first = at
