/** A matter that takes months is promised, with a date and milestones (承诺办理). */
@NullMarked
package org.chuishao.intake.promise;

import org.jspecify.annotations.NullMarked;
