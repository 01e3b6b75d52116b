package org.chuishao.analytics.warning.stream;

import org.chuishao.analytics.warning.window.Seen;

/**
 * What the store has of a ticket under one gathering.
 *
 * @param stands false for one that stands there no more, kept so that an older signal does not bring it back
 */
record Kept(Seen seen, boolean stands, int version) {}
