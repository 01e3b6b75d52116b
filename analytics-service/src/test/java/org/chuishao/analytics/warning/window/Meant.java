package org.chuishao.analytics.warning.window;

import org.chuishao.mesh.event.Meaning;

/** Meanings for tests: those of one matter lie within a few signs of each other, those of two at right angles. */
public final class Meant {

    private static final byte[] MARK = {1, 2, 3};
    private static final int SIGNS = 64;

    private Meant() {}

    public static Meaning cold(int wording) {
        return meaning(0, wording);
    }

    public static Meaning noise(int wording) {
        return meaning(SIGNS / 2, wording);
    }

    /** @param matter so many bytes are turned round; two wordings differ in four signs of 512 */
    private static Meaning meaning(int matter, int wording) {
        byte[] signs = new byte[SIGNS];
        for (int i = 0; i < matter; i++) {
            signs[i] = -1;
        }
        signs[SIGNS - 1 - wording % SIGNS] ^= 3;
        return Meaning.of(MARK, signs);
    }
}
