package org.chuishao.mesh.crypto;

/** A sealed value that cannot be opened: changed on its way, or sealed by a key that this service does not have. */
public final class UnsealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsealException(String message) {
        super(message);
    }
}
