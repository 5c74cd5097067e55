"""The command line: a contract, in both languages."""
