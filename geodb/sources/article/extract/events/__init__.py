"""What happens: told by verbs, nouns, names, days and the weight of words."""
