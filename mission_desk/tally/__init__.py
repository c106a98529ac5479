"""Ballots in, result out: one file a voting rule. Pure functions; knows neither the file nor a screen."""
