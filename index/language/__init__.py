"""What a word and a sentence of Indonesian are."""
