"""What somebody undertakes or agrees on, and the targets that are set."""
