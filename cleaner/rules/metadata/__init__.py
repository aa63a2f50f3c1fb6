"""Rules of the phase that lifts title, dates, dateline and byline."""
