package org.chuishao.local.replay.reckoning;

import java.util.UUID;

/** A ticket of the run, as intake lists it. */
record Found(UUID id, String sourceNumber, String state) {}
