"""The world tables against independently prepared lists that are no part of the package."""
