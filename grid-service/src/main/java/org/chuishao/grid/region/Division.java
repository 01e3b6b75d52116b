package org.chuishao.grid.region;

/** A line of the file of divisions. */
record Division(String code, int level, String name) {}
