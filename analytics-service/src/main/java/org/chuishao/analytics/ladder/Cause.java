package org.chuishao.analytics.ladder;

import java.util.Map;

/** Why somebody above was told, in the field's words. */
final class Cause {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("UNSIGNED", "未签收"),
            Map.entry("UNSIGNED_TO_THE_LAST", "逾期仍未签收"),
            Map.entry("UNVERIFIED", "未核实"),
            Map.entry("NOT_ON_SITE", "未到场"),
            Map.entry("NOT_DONE_IN_TIME", "未按期办结"),
            Map.entry("NOT_SOLVED_AGAIN", "重办仍未解决"),
            Map.entry("NOT_REVISITED", "未调解回访"),
            Map.entry("NOT_ACCEPTED", "未按时受理"),
            Map.entry("UNDISPATCHED", "未按时派单"),
            Map.entry("DESK_NOT_CALLED", "涉险未电话交办"),
            Map.entry("RETURN_NOT_DECIDED", "退单未审"),
            Map.entry("DISPUTE_NOT_DECIDED", "争议未裁定"),
            Map.entry("NOT_REVIEWED", "未审核"),
            Map.entry("NOT_CALLED_BACK", "未回访"),
            Map.entry("WHISTLE_UNSIGNED", "未应哨"),
            Map.entry("WHISTLE_NOT_ON_SITE", "吹哨未报到"),
            Map.entry("WHISTLE_SHARE_NOT_DONE", "分工未完成"),
            Map.entry("WHISTLE_UNCONFIRMED", "哨令未确认"),
            Map.entry("WHISTLE_OBJECTION_NOT_DECIDED", "哨令异议未裁定"),
            Map.entry("WHISTLE_NOT_CLOSED", "哨令未办结"),
            Map.entry("WHISTLE_NOT_REPORTED", "未书面报告"));

    private Cause() {}

    /** A code that is not known stays itself. */
    static String label(String code) {
        return WORDS.getOrDefault(code, code);
    }
}
