"""Source profiles at work: their entries as cuts and rules."""
