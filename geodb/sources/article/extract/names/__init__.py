"""Who and what is named: persons and their offices, bodies, groups, places, and how actors stand to one another."""
