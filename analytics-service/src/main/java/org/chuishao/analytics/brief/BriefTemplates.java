package org.chuishao.analytics.brief;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of a brief; what is put into it is escaped, and that it fits is checked in the build. */
@CheckedTemplate
final class BriefTemplates {

    private BriefTemplates() {}

    static native TemplateInstance brief(BriefPage page);
}
