"""The outline: the file that a person reads and edits, its model, schema and checks."""
