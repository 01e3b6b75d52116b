package org.chuishao.grid.evidence.picture;

/** A file that is not taken, with words for whoever sent it. */
public final class BadPicture extends Exception {

    private static final long serialVersionUID = 1L;

    BadPicture(String words) {
        super(words, null, false, false);
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
