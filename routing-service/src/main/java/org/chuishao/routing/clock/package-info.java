/** How long routing's own acts may take: dispatch, adjudication, conference. */
@NullMarked
package org.chuishao.routing.clock;

import org.jspecify.annotations.NullMarked;
