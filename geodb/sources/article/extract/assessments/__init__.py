"""What the author judges, foretells and supposes."""
