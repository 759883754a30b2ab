"""Named queries, exports, charts and the briefing."""
