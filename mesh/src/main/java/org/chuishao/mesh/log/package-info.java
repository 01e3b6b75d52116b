/** How a service takes part in the one log: outbox and relay, inbox and reader, parked tickets, idempotency keys. */
@NullMarked
package org.chuishao.mesh.log;

import org.jspecify.annotations.NullMarked;
