"""The interface, driven by key and mouse."""
