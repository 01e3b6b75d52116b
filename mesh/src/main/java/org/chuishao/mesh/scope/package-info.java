/** Who may see what: roles, the scope of a token, and its way into Postgres row-level security. */
@NullMarked
package org.chuishao.mesh.scope;

import org.jspecify.annotations.NullMarked;
