"""Where lines end: where they may, what their spaces give, and which ends are best together."""
