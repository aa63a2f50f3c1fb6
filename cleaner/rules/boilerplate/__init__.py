"""Rules of the phase that takes what surrounds an article."""
