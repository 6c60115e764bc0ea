"""Parting sentences into what a form needs: steps, events, sides, counts."""
