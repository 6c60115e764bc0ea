"""How many slides and of what length; the summary, notes and cards of a whole draft."""
