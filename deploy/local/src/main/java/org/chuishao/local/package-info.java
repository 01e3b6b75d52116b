/** The local run: real Kafka, real Postgres and the four services as processes of one machine, started by one command. */
@NullMarked
package org.chuishao.local;

import org.jspecify.annotations.NullMarked;
