"""Rules of the phase that reports and never changes."""
