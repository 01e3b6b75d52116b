package org.chuishao.mesh.crypto;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * The keys of a service ({@code chuishao.keys.*}). A ring is {@code id:base64 of 32 bytes,id:...}: the first key seals,
 * all open. {@code openssl rand -base64 32} makes a key.
 *
 * <p>A key is rotated in two steps. First the new one is appended to the ring of every replica of every service, and all
 * are restarted: now each can open what it will seal. Only then it is moved to the front, in any order of restarts.
 * Former keys stay, behind it, for as long as anything is kept that they sealed. A reader that meets a key id that is not
 * on its ring parks the ticket, and waits where there are many ({@code chuishao.log.parking.most}).
 */
@ConfigMapping(prefix = "chuishao.keys")
interface Keys {

    /** Ring that seals titles, contents and results on the log; the same in all services. */
    String log();

    /** Ring for the caller's name, phone, id and door; only intake has it. */
    Optional<String> personal();

    /** One key (base64 of 32 bytes) of the caller's hash. It cannot be rotated without hashing all callers again. */
    Optional<String> caller();
}
