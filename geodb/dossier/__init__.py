"""The dossier: the boundary format in which the facts of one article enter the database."""
