"""What the analyst says is otherwise: read from a file, checked, and laid over what was found."""
