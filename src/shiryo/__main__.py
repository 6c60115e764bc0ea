"""``python -m shiryo``."""

import sys

if not sys.flags.safe_path:
    del sys.path[0]  # the current folder, whose modules are not ours: before anything is imported

from shiryo.cli import main

if __name__ == "__main__":
    main()
