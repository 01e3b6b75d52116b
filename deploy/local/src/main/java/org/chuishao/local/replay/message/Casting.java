package org.chuishao.local.replay.message;

/** Gives each message a community and each author a caller; the same for the same seed. */
public final class Casting implements Cast {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马朱胡林郭何高罗";
    private static final String GIVEN_NAMES = "伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂";

    private final Dice dice;
    private final Communities communities;

    public Casting(long seed, Communities communities) {
        dice = new Dice(seed);
        this.communities = communities;
    }

    @Override
    public Community community(Message message) {
        return communities.get(dice.roll("community", message.id(), communities.size()));
    }

    @Override
    public Caller caller(Message message) {
        String author = message.author();
        String name = draw(SURNAMES, "surname", author)
                + draw(GIVEN_NAMES, "first", author)
                + draw(GIVEN_NAMES, "second", author);
        return new Caller(name, "170%08d".formatted(dice.roll("phone", author, 100_000_000)), null, null);
    }

    private String draw(String from, String purpose, String author) {
        return String.valueOf(from.charAt(dice.roll(purpose, author, from.length())));
    }
}
