"""The ledger: what was decided, run after run. Events are added and never changed; the rest is worked out from them."""
