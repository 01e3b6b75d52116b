/** What of a ticket is shown to whom: scrubbed words, facts only. One rule for every service that shows a ticket. */
@NullMarked
package org.chuishao.mesh.sight;

import org.jspecify.annotations.NullMarked;
