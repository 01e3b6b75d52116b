package org.chuishao.mesh.location;

import org.chuishao.mesh.event.Place.Crs;

/** A point in degrees, never without its system. */
public record Position(double longitude, double latitude, Crs crs) {}
