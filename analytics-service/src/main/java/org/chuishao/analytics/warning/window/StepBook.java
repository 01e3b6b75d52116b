package org.chuishao.analytics.warning.window;

import java.util.List;
import org.chuishao.analytics.warning.WarningRule;

/** The steps in force, which a province may change. */
public interface StepBook {

    /** The gravest first. */
    List<Step> steps(WarningRule rule, String region, String category);
}
