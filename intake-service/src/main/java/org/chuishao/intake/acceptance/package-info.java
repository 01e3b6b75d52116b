/** A ticket that waits is taken on (受理). */
@NullMarked
package org.chuishao.intake.acceptance;

import org.jspecify.annotations.NullMarked;
