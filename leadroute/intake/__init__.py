"""Raw tables to clean leads: headers, cleaning, duplicates, customers, score. Pure, column by column."""
