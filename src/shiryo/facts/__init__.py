"""What a Japanese text states: numbers, dates, names, modality, and whether texts agree."""
