package org.chuishao.intake.notice;

import java.util.UUID;

/**
 * The ticket that complaints about one matter are handled as.
 *
 * @param number for people
 * @param title without anything of a person
 */
public record Joined(UUID ticket, String number, String title) {

    /** What the caller of one of them is told. */
    String words(String ownNumber) {
        return "您反映的事项（工单 " + ownNumber + "）与多位群众反映的“" + title + "”为同一问题，已并入工单 " + number
                + " 统一办理。办理有结果后会再告知您，您无需重复来电。";
    }

    /** Why it was merged, as its timeline shows it to its citizen too. */
    public String ground() {
        return "与多位群众反映的同一问题，已并入工单 " + number + " 统一办理，办理结果将告知来电人。";
    }
}
