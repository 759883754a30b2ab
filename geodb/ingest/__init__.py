"""Bulk writing: COPY, staging, set-based merge, batches and rejects."""
