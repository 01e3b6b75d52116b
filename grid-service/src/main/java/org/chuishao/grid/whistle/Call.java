package org.chuishao.grid.whistle;

/**
 * One department as a whistle has it.
 *
 * @param supervision of its absence: 0 none, 1 county, 2 city, 3 province
 */
record Call(String department, Phase phase, boolean leader, Share share, Objection objection, int supervision) {

    /** The province: above it there is nobody to tell. */
    static final int HIGHEST = 3;

    enum Phase {
        CALLED,
        SIGNED,
        ON_SITE,
        /** Its objection was upheld. */
        RELEASED
    }

    enum Share {
        NONE,
        AGREED,
        DONE
    }

    enum Objection {
        NONE,
        PENDING,
        UPHELD,
        REFUSED
    }

    static Call of(String department) {
        return new Call(department, Phase.CALLED, false, Share.NONE, Objection.NONE, 0);
    }

    /** Whether it may still come: neither released, nor absent with the province told. */
    boolean awaited() {
        return phase != Phase.RELEASED && (phase == Phase.ON_SITE || supervision < HIGHEST);
    }

    /** It came, and did its share where it had one. */
    boolean solved() {
        return phase == Phase.ON_SITE && share != Share.AGREED;
    }

    Call signed() {
        return new Call(department, Phase.SIGNED, leader, share, objection, supervision);
    }

    Call arrived(boolean withLeader) {
        return new Call(department, Phase.ON_SITE, leader || withLeader, share, objection, supervision);
    }

    Call share(Share now) {
        return new Call(department, phase, leader, now, objection, supervision);
    }

    Call objected() {
        return new Call(department, phase, leader, share, Objection.PENDING, supervision);
    }

    Call decided(boolean upheld) {
        return new Call(
                department,
                upheld ? Phase.RELEASED : phase,
                leader,
                share,
                upheld ? Objection.UPHELD : Objection.REFUSED,
                supervision);
    }

    Call supervised(int level) {
        return new Call(department, phase, leader, share, objection, level);
    }
}
