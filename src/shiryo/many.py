"""Dataclasses of which there are very many: frozen to whoever reads types, quickly made.

At run time a frozen dataclass sets each field through a call; making one takes five times as long,
and a long paper has a million of them. So here it is the type checker alone that holds them to be
frozen. They compare and hash like others.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as many
else:
    from dataclasses import dataclass

    def many(*, frozen: bool, slots: bool) -> Any:
        """Return the decorator of a class; its arguments are those that the type checker knows."""
        return dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["many"]
