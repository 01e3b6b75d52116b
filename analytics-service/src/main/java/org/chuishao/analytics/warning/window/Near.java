package org.chuishao.analytics.warning.window;

import java.time.LocalDate;
import java.util.List;

/** What a rule may look at beside the complaint that it judges. */
public interface Near {

    /**
     * Looked at before and after a complaint at most. A storm has thousands in a day; the highest step asks for tens of
     * people, and the nearest are enough to find them.
     */
    int NEAREST = 200;

    /** Those nearest in time, in any order; of very many the nearest. */
    List<Seen> seen();

    /** How many of a day (Asia/Shanghai) stand. */
    int count(LocalDate day);

    /** The first day of which anything is known. */
    LocalDate since();
}
