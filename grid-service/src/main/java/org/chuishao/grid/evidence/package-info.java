/** Photos as evidence: sent in pieces over bad networks, checked, cleaned, and shown to whoever sees what they belong to. */
@NullMarked
package org.chuishao.grid.evidence;

import org.jspecify.annotations.NullMarked;
