package org.chuishao.local.replay.desk;

/** Somebody who looks now and then at what waits. */
interface Desk {

    void sweep() throws InterruptedException;
}
