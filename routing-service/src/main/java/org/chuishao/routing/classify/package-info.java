/** What a text is about, how urgent it is and where: the classifier's port, the rules of urgency, the place. */
@NullMarked
package org.chuishao.routing.classify;

import org.jspecify.annotations.NullMarked;
