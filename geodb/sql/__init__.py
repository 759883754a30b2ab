"""The read contract: the views and functions of schema `api`, kept as plain SQL files."""
