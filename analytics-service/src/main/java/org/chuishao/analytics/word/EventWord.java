package org.chuishao.analytics.word;

import java.util.EnumSet;
import java.util.Set;
import org.chuishao.mesh.event.EventType;

/** How the field calls what happens to a ticket, and what of it people follow. */
public final class EventWord {

    /** What services say to each other: a clock's end is shown with the clock, a message with its receipt. */
    private static final Set<EventType> BETWEEN_SERVICES = EnumSet.of(
            EventType.DEADLINE_ARMED,
            EventType.DEADLINE_APPROACHING,
            EventType.DEADLINE_ANNULLED,
            EventType.TICKET_NOTIFIED);

    private EventWord() {}

    /** A person who follows a ticket is shown it. */
    public static boolean isShown(EventType type) {
        return !BETWEEN_SERVICES.contains(type);
    }

    /** The word for an event by its short name, such as {@code ticket.dispatched}; a name that is not known stays itself. */
    public static String of(String shortName) {
        return EventType.ofWire("org.chuishao." + shortName + ".v1")
                .map(EventWord::of)
                .orElse(shortName);
    }

    public static String of(EventType type) {
        return switch (type) {
            case TICKET_RECEIVED -> "来件";
            case TICKET_ACCEPTED -> "受理";
            case INFO_REQUESTED -> "要求补充";
            case SUPPLEMENTED -> "补充材料";
            case DECLINED -> "不予受理";
            case ANSWERED -> "直接答复";
            case TRANSFERRED -> "转紧急";
            case MERGED -> "并单";
            case UNMERGED -> "拆单";
            case WITHDRAWN -> "撤单";
            case REVIEWED -> "审核";
            case CALLED_BACK -> "回访";
            case REWORK_ORDERED -> "重办";
            case CLOSED -> "办结";
            case REOPENED -> "重新办理";
            case ARCHIVED -> "归档";
            case PROMISED -> "承诺办理";
            case EXCLUSION_DECIDED -> "不合理诉求认定";
            case CORRECTED -> "更正";
            case SECRECY_CHANGED -> "变更密级";
            case CLASSIFIED -> "分类";
            case VERIFICATION_REQUESTED -> "请求核实";
            case DISPATCHED -> "派单";
            case RETURN_ADJUDICATED -> "退单裁定";
            case DISPUTED -> "提请争议裁定";
            case LEAD_DESIGNATED -> "指定主办";
            case DESK_CALLED -> "电话交办";
            case ASSIGNMENT_CREATED -> "交办";
            case ASSIGNMENT_SIGNED -> "签收";
            case CITIZEN_CONTACTED -> "联系群众";
            case ARRIVED_ON_SITE -> "到场";
            case PROGRESS_REPORTED -> "反馈进展";
            case PLACE_VERIFIED -> "网格核实";
            case RETURN_REQUESTED -> "申请退单";
            case EXTENSION_REQUESTED -> "申请延期";
            case EXTENSION_GRANTED -> "同意延期";
            case EXTENSION_REFUSED -> "不同意延期";
            case ASSIGNMENT_SUSPENDED -> "挂起";
            case ASSIGNMENT_RESUMED -> "恢复办理";
            case ASSIGNMENT_REASSIGNED -> "改派";
            case ASSIGNMENT_RESOLVED -> "报结";
            case TICKET_ESCALATED -> "升级";
            case TICKET_SUPERVISED -> "督办";
            case GRID_REPORTED -> "网格上报";
            case WHISTLE_BLOWN -> "吹哨";
            case WHISTLE_CONFIRMED -> "哨令确认";
            case WHISTLE_SIGNED -> "应哨";
            case DEPARTMENT_ARRIVED -> "部门报到";
            case SHARE_AGREED -> "商定分工";
            case SHARE_DONE -> "完成分工";
            case WHISTLE_NOTED -> "现场记录";
            case WHISTLE_OBJECTED -> "哨令异议";
            case OBJECTION_DECIDED -> "异议裁定";
            case WHISTLE_CLOSED -> "哨令办结";
            case WHISTLE_RATED -> "互评";
            case MEDIATION_OPENED -> "启动调解";
            case MEDIATION_SESSION_HELD -> "调解";
            case MEDIATION_ENDED -> "调解结束";
            case MEDIATION_REVISITED -> "调解回访";
            case DEADLINE_ARMED -> "计时";
            case DEADLINE_APPROACHING -> "临期";
            case DEADLINE_MISSED -> "超时";
            case DEADLINE_ANNULLED -> "停止计时";
            case DEADLINE_EXCUSED -> "超时免责";
            case TICKET_NOTIFIED -> "通知";
        };
    }
}
