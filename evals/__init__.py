"""Quality on gold sets that the project wrote; not tests of correctness but of how good it is."""
