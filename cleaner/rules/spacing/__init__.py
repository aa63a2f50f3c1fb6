"""Rules of the phase that tidies white space."""
