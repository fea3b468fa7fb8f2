"""From dirty text to a clean, dated, placed article."""
