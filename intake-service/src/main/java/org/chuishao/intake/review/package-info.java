/** A unit's result is looked at before the citizen is called back (审核). */
@NullMarked
package org.chuishao.intake.review;

import org.jspecify.annotations.NullMarked;
