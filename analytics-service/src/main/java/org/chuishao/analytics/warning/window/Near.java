package org.chuishao.analytics.warning.window;

import java.time.LocalDate;
import java.util.List;

/** What a rule may look at beside the complaint that it judges. */
public interface Near {

    /** Those nearest in time, in any order; of very many the nearest. */
    List<Seen> seen();

    /** How many of a day (Asia/Shanghai) stand. */
    int count(LocalDate day);

    /** The first day of which anything is known. */
    LocalDate since();
}
