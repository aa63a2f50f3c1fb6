"""What recurs in a supplier's articles, proposed as the entries of a source profile for a person to accept."""

from cleaner.learn.propose import Terms, learn
from cleaner.learn.toml import profiles_text

__all__ = ["Terms", "learn", "profiles_text"]
