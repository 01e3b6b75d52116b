package org.chuishao.grid.location;

import org.chuishao.mesh.event.Place.Crs;

/** A point in degrees, never without its system. */
record Position(double longitude, double latitude, Crs crs) {}
