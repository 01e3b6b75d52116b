/** The log and the callers as these tests need them. */
@NullMarked
package org.chuishao.routing.log;

import org.jspecify.annotations.NullMarked;
