"""Rules of the phase that repairs characters."""
