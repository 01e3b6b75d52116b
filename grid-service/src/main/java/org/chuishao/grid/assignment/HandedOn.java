package org.chuishao.grid.assignment;

import java.time.Instant;
import java.util.UUID;

/** That an assignment went out of somebody's hands, since he works there no more. */
public record HandedOn(UUID assignment, Instant at) {}
