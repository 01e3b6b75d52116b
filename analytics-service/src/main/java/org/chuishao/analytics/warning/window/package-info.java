/** When a window of complaints is hot: plain rules over what was seen, for the stream and for back-tests alike. */
@NullMarked
package org.chuishao.analytics.warning.window;

import org.jspecify.annotations.NullMarked;
