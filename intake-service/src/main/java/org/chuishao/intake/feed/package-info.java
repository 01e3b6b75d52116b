/** The events for other systems: scoped, masked, none left out. */
@NullMarked
package org.chuishao.intake.feed;

import org.jspecify.annotations.NullMarked;
