"""What a person looks at before a dossier is loaded: its facts, their passages, and what is doubtful."""
