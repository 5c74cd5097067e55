"""The zone at a glance for a day: what the overview tells, as plain frozen values made of answers."""
