"""Doing the changes of a statement again: what a person edited, and how to say it otherwise."""
