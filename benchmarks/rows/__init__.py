"""The rows of the table, a file for each kind of measuring. A file here needs `ROWS` and `measure`."""
