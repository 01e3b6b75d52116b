package org.chuishao.bench.warnings.plant;

import java.util.List;
import org.chuishao.bench.warnings.world.Messages;
import org.chuishao.bench.warnings.world.Messages.Message;
import org.chuishao.routing.category.ShippedTaxonomy;
import org.chuishao.routing.category.Taxonomy;

/** Small stories for tests. */
public final class Stories {

    private static final Taxonomy TREE = ShippedTaxonomy.read();
    private static final Messages MESSAGES = new Messages(List.of(
            new Message("路灯不亮", "小区门口的路灯坏了一周", "ROADS.LAMPS_OUT"),
            new Message("咨询社保", "退休金怎么算", "SOCIAL_INSURANCE.PAYING_FOR_A_PENSION")));

    private Stories() {}

    public static Story of(long seed) {
        return Story.of(seed, 20, MESSAGES, TREE);
    }
}
