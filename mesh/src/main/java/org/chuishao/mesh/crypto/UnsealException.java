package org.chuishao.mesh.crypto;

/** A sealed value that cannot be opened: changed on its way, or sealed by a key that this service does not have. */
public final class UnsealException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean keyMissing;

    UnsealException(String message) {
        this(message, false);
    }

    private UnsealException(String message, boolean keyMissing) {
        super(message);
        this.keyMissing = keyMissing;
    }

    static UnsealException unknownKey() {
        return new UnsealException("The value is sealed by a key that is not on the ring", true);
    }

    /** The value may be sound: its key is not on the ring, or not yet, as between the steps of a rotation. */
    public boolean keyMissing() {
        return keyMissing;
    }
}
