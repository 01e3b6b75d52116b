package org.chuishao.mesh.calendar;

/** What a clock waits for, and the bounds on what may be asked for. */
public enum Act {
    ACCEPT("受理"),
    SUPPLEMENT("补充材料"),
    TRANSFER_RECEIPT("转警回执"),
    DISPATCH("派单"),
    /** The desk that has a danger to life is called as well. */
    DESK_CALL("电话交办"),
    VERIFY("网格核实"),
    SIGN("签收"),
    /** The last moment to sign (最迟签收), behind the one that counts for the rate. */
    SIGN_HARD("最迟签收"),
    CONTACT("先行联系"),
    ARRIVE("到场"),
    RESOLVE("办结"),
    /** The window in which a unit may ask to return a ticket (退单). */
    RETURN("申请退单"),
    RETURN_HARD("最迟申请退单"),
    /** How far an extension (延期) may reach beyond the limit. */
    EXTENSION("延期"),
    ADJUDICATE("退单审核"),
    CONFERENCE("争议裁定"),
    REVIEW("审核"),
    CALLBACK("回访"),
    REWORK("重办"),
    REOPEN_WINDOW("重新办理期"),
    /** The longest that one suspension (挂起) lasts. */
    SUSPENSION("挂起"),
    /** A duty desk or the town stands behind a whistle (社区吹哨); of a whistle's acts a rule's category is its kind. */
    WHISTLE_CONFIRM("哨令确认"),
    WHISTLE_SIGN("应哨"),
    WHISTLE_CONTACT("应哨联系"),
    /** A department reports in (部门报到). */
    WHISTLE_ARRIVE("报到"),
    /** From one level of supervision of an absent department to the next. */
    WHISTLE_ABSENT("未报到督办升级"),
    WHISTLE_SHARE("分工办理"),
    WHISTLE_OBJECTION("哨令异议裁定"),
    WHISTLE_CLOSE("哨令办结"),
    /** The written report after the scene was found safe. */
    WHISTLE_REPORT("书面报告"),
    /** Whether an agreement of a mediated dispute (矛盾纠纷) is kept; it runs on when its ticket is closed. */
    MEDIATION_REVISIT("调解回访"),
    /** The citizen's own clock (群众时限): nothing stops it. */
    CITIZEN("群众时限");

    private final String label;

    Act(String label) {
        this.label = label;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }
}
