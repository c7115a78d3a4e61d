"""The only place that touches disk, encodings and sheet formats."""
