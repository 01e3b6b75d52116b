package org.chuishao.mesh.fold;

/** Where a ticket stands. {@link #UNSEEN} is before its first event and never shown. */
public enum State {
    UNSEEN("", false),
    RECEIVED("待受理", false),
    NEEDS_INFO("待补充", false),
    DECLINED("不予受理", true),
    ANSWERED("直接答复", false),
    TRANSFERRED("已转紧急", false),
    PENDING_DISPATCH("待派单", false),
    VERIFYING("网格核实", false),
    PENDING_SIGN("待签收", false),
    IN_PROGRESS("办理中", false),
    RETURN_REVIEW("退单待审", false),
    DISPUTED("争议裁定", false),
    SUSPENDED("挂起", false),
    PENDING_REVIEW("待审核", false),
    PENDING_CALLBACK("待回访", false),
    REWORK("重办", false),
    CLOSED("办结", true),
    ARCHIVED("归档", true),
    MERGED("并单", false),
    WITHDRAWN("撤销", true);

    private final String label;
    private final boolean settled;

    State(String label, boolean settled) {
        this.label = label;
        this.settled = settled;
    }

    /** The field's own word. */
    public String label() {
        return label;
    }

    /** Nothing more is owed to the citizen, unless the ticket is taken up again. */
    public boolean settled() {
        return settled;
    }
}
