/** What citizens ask about: industry lines, categories and hazard words, as data that a province may change. */
@NullMarked
package org.chuishao.routing.category;

import org.jspecify.annotations.NullMarked;
