"""What claims lines: one module a kind of block."""
