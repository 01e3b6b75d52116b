package org.chuishao.intake.warning;

/** A message that is not what it should be. Its words name the field, never what stands there. */
class UnreadableWarning extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String what;

    UnreadableWarning(String what) {
        super(what);
        this.what = what;
    }

    /** What is wrong with it, in words for operators. */
    String what() {
        return what;
    }
}
