"""What is known of Japanese: words, readings, inflection, brackets, numerals, quantities."""
