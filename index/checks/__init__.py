"""Checks of reported figures: what they show beside each other, inside and across articles."""
