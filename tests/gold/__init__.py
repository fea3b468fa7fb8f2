"""What careful readers found."""
