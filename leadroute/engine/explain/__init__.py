"""Why a lead went where it went: one decision of a plan told in full, by the code that made it."""
