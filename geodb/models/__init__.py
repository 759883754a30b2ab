"""The tables of the record tier and the coded tier as typed SQLAlchemy models, one file per aggregate."""
