"""Values known by all that they say, where that is written among it."""

import hashlib
import io
import pickle


def digest(value: object) -> bytes:
    """Return what a value is known by: the same for what says the same and is written there."""
    said = io.BytesIO()
    pickler = pickle.Pickler(said)
    pickler.fast = True  # what is equal is written alike, be it one object or two
    pickler.dump(value)
    return hashlib.blake2b(said.getvalue(), digest_size=16).digest()
