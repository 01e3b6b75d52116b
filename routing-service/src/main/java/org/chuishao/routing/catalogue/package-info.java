/** Whose duty it is: the dispatch catalogue (派单目录), kept in tables and read into memory. */
@NullMarked
package org.chuishao.routing.catalogue;

import org.jspecify.annotations.NullMarked;
