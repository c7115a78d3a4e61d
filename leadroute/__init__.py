"""Turn spreadsheets of sales leads into fair, explained, repeatable assignments."""

__version__ = "0.1.0"
