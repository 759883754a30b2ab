"""Articles in text, Markdown or HTML: reading them, and finding the structure that facts are drawn from."""
