"""The sample archive: five real articles, as a scraper left them."""
