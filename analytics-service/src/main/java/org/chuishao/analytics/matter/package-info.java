/** What matters are called, and which field of governance (领域) each belongs to. */
@NullMarked
package org.chuishao.analytics.matter;

import org.jspecify.annotations.NullMarked;
