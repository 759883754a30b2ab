"""The page on which a person reviews a dossier: one HTML file that needs nothing else."""
