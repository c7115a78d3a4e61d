"""The ledger in SQLite: one file, write-ahead log, one transaction a run."""
