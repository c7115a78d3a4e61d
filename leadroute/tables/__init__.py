"""Values that hold columns: tables as read, leads as cleaned, sheets as written. numpy and pandas are allowed here."""
