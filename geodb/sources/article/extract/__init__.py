"""Drafting the facts of an article: actors, statements, events, initiatives, figures and assessments."""
