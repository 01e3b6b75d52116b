/** A ticket comes in: the hot path of the service. */
@NullMarked
package org.chuishao.intake.submission;

import org.jspecify.annotations.NullMarked;
