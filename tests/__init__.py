"""Tests at four heights: pure units, the app through its pilot, snapshots, a real terminal."""
