package org.chuishao.intake.closure;

/**
 * What a ticket may be closed by though it is not solved.
 *
 * @param excluded it was last decided that it is left out of the rates
 * @param promised a promise whose date is still to come
 */
record Standing(boolean excluded, boolean promised) {}
