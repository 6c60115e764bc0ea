"""``python -m shiryo``."""

from shiryo.cli import main

if __name__ == "__main__":
    main()
