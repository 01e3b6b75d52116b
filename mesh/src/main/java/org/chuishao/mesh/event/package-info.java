/** The events of a ticket's life, as they stand on the log: plain values, no behaviour. */
@NullMarked
package org.chuishao.mesh.event;

import org.jspecify.annotations.NullMarked;
