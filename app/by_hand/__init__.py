"""One fact by hand: a form on a node writes a partial load of one row, kept and undone like any other."""
