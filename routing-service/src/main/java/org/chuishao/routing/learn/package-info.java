/**
 * A classifier that learns from confirmed tickets: what it reads, what it learns with, how sure it is and when it may act.
 * Plain Java; knows no database, no service and no category of its own.
 */
@NullMarked
package org.chuishao.routing.learn;

import org.jspecify.annotations.NullMarked;
