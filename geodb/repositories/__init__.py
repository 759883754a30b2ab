"""Typed queries and domain verbs, one repository per aggregate."""
