"""Use cases: what a command, a notebook or a script asks geodb to do."""
