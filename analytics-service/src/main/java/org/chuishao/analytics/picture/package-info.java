/** Pictures as SVG, drawn in plain Java: they need no script and print as they are. */
@NullMarked
package org.chuishao.analytics.picture;

import org.jspecify.annotations.NullMarked;
