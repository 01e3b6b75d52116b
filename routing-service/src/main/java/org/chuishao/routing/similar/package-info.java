/** Tickets about the same matter, by text, place and time: found by sketches that do not tell the words. */
@NullMarked
package org.chuishao.routing.similar;

import org.jspecify.annotations.NullMarked;
