/** What was missing is asked for and supplied (待补充). */
@NullMarked
package org.chuishao.intake.supplement;

import org.jspecify.annotations.NullMarked;
