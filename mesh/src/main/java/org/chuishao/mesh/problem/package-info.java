/** Errors as RFC 9457 problem details in the terms of the API, without any rejected value. */
@NullMarked
package org.chuishao.mesh.problem;

import org.jspecify.annotations.NullMarked;
