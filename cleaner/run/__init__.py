"""A run over many files: units, workers, journal, lock, and what came of it."""
