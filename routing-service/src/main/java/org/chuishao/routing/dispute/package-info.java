/** Disputes (争议): matters that nobody owns up to, and the conference's word on whose they are. */
@NullMarked
package org.chuishao.routing.dispute;

import org.jspecify.annotations.NullMarked;
