"""What somebody says: its words, its verb and whose they are."""
