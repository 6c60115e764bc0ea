"""``shiryo`` and ``python -m shiryo``."""

import sys

if __name__ == "__main__" and not sys.flags.safe_path:
    del sys.path[0]  # the current folder, whose modules are not ours: before anything is imported

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
