"""How geodb reaches PostgreSQL: the embedded server, engines, sessions and error translation."""
