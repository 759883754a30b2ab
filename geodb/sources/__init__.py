"""Parsers, one package per kind of input; none of them knows the database."""
