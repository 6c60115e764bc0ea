"""Reading Markdown and its Japanese dialects."""
