"""Measurements; no test runs them."""
