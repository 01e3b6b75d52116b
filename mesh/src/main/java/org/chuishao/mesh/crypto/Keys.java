package org.chuishao.mesh.crypto;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/**
 * The keys of a service ({@code chuishao.keys.*}). A ring is {@code id:base64 of 32 bytes,id:...}: the first key seals,
 * all open, so a key is rotated by putting the new one in front. {@code openssl rand -base64 32} makes a key.
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
