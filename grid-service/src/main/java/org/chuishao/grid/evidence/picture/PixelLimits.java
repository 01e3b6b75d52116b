package org.chuishao.grid.evidence.picture;

/**
 * How many pixels a picture may have.
 *
 * @param most beyond which a file is refused, before anything is decoded
 * @param kept beyond which it is read in smaller steps: so many pixels are in memory at most
 */
public record PixelLimits(long most, long kept) {

    /** Readers hold whole lines, however few there are. */
    private static final int LONGEST_SIDE = 16_384;

    void check(int width, int height) throws BadPicture {
        if ((long) width * height > most) {
            throw new BadPicture("has " + width + " x " + height + " pixels; at most " + most + " are taken");
        }
        if (Math.max(width, height) > LONGEST_SIDE) {
            throw new BadPicture(
                    "is " + width + " x " + height + " pixels; at most " + LONGEST_SIDE + " a side are taken");
        }
    }

    /** Every how many-th pixel of a line, and line, is read. */
    int step(int width, int height) {
        return (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / kept)));
    }
}
