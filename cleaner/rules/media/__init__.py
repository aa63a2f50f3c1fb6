"""Rules of the phase that lifts captions, credits, galleries and embeds."""
