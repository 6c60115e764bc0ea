"""``shiryo`` and ``python -m shiryo``."""

import os
import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    # ``-m`` puts the current folder first, whose modules are not ours: before anything is imported
    # (a module named ``shiryo`` there comes first all the same: ``python -P -m shiryo``).
    try:  # noqa: SIM105 (contextlib would be the folder's)
        sys.path.remove(os.getcwd())  # noqa: PTH109
    except (OSError, ValueError):  # it is gone
        pass

from shiryo import interrupts

interrupts.install()  # before what takes time to import


def main() -> None:
    """Run the command line."""
    from shiryo.cli import main as run

    try:
        run()
    finally:
        interrupts.ignore()


if __name__ == "__main__":
    main()
