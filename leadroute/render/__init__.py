"""Values turned into what people see: tables, sheets, JSON, sentences in zh and en. Decides nothing."""
