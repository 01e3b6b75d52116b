package org.chuishao.mesh.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Text that only the services may read: {@code <key id>.<base64url of nonce and AES-GCM ciphertext>}. Made and opened by
 * {@link org.chuishao.mesh.crypto.Sealer}.
 */
public record Sealed(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Sealed {}

    @Override
    public String toString() {
        return "Sealed[...]";
    }
}
