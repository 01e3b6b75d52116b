package org.chuishao.local.replay.client;

/** A service did not give an answer that settles the matter within the client's patience. */
public final class GaveUp extends RuntimeException {

    GaveUp(Call call, String last) {
        super(call + ": no answer within patience, the last was: " + last);
    }
}
