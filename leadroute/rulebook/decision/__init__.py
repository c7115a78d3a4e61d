"""Decision tables: rules kept in a spreadsheet, one row a rule. Their cells become the nodes that YAML would give."""
