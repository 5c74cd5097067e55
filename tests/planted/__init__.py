"""Faults planted in the questions' Cypher one at a time, to see that a test of the questions catches each."""
