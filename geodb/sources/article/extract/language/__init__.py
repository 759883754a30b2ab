"""Words, clauses, numbers and dates of English, and what our tables of wordings say of them."""
