package org.chuishao.analytics.rates;

import org.chuishao.analytics.figures.Definition;
import org.chuishao.analytics.figures.Definition.Title;
import org.jspecify.annotations.Nullable;

/** What each figure means, in words. */
record Meaning(
        Title title,
        String zh,
        String en,
        String formula,
        String source,
        String dated,
        @Nullable String excludes) {

    private static final String FIELD = "Usual in the field (12345 评价考核)";
    private static final String NATIONAL = FIELD + "; tiers instead of ladders by 国办函〔2025〕66号";
    private static final String CITIES = "As cities of Liaoning publish it (辽宁各市公布口径)";
    private static final String OWN = "This project's default";

    private static final String CALL = "the last call of the round that reached the citizen";
    private static final String REVIEWED = "tickets whose finding as an unreasonable demand (不合理认定) was granted";
    private static final String EXCUSED = "misses that a supervisor excused: done in time without a network";

    static Title title(Figure figure) {
        return of(figure).title;
    }

    static Definition of(Figure figure, RateConfig config) {
        Meaning it = of(figure);
        String formula = it.formula
                .replace(":response", config.response().toPlainString())
                .replace(":solution", config.solution().toPlainString())
                .replace(":satisfaction", config.satisfaction().toPlainString())
                .replace(":fairly", config.fairlySatisfied().toPlainString())
                .replace(":days", Integer.toString(config.repeatDays()));
        return new Definition(
                figure.label(),
                it.title,
                it.zh,
                it.en,
                formula,
                it.source,
                it.dated,
                it.excludes,
                "SHARE",
                figure.better().name());
    }

    private static Meaning of(Figure figure) {
        return switch (figure) {
            case RESPONSE_RATE ->
                verdict(
                        "响应率",
                        "Response rate",
                        "有效回访中群众称承办单位已联系的比例",
                        "Of the rounds in which the citizen was reached, those whose citizen says that the unit made contact",
                        "contacted / V; V = rounds reached - exclusions");
            case SOLUTION_RATE ->
                verdict(
                        "解决率",
                        "Solution rate",
                        "有效回访中群众称已解决的比例；以群众口径为准，非承办单位口径",
                        "Of the rounds in which the citizen was reached, those whose citizen says that it is solved",
                        "solved / V; V = rounds reached - exclusions");
            case SATISFACTION ->
                verdict(
                        "满意率",
                        "Satisfaction",
                        "有效回访中满意程度的加权平均",
                        "How satisfied the citizens are, by weights",
                        "sum of weights / V; very satisfied 1, satisfied 1, fairly :fairly, not 0");
            case SCORE ->
                verdict(
                        "综合得分",
                        "Score",
                        "响应率、解决率、满意率的加权得分",
                        "The three rates in one, by weights; 0.873 is 87.3 points",
                        ":response x response rate + :solution x solution rate + :satisfaction x satisfaction");
            case SIGNING_ON_TIME ->
                new Meaning(
                        new Title("按时签收率", "Signing on time"),
                        "期内应签收的各单位任务中按时签收的比例；主办、协办、转派均计",
                        "Of the units' parts due to be signed, those signed in their limit; leads, assistants and parts"
                                + " handed down",
                        "signed in limit / due to be signed; limits in working time by the calendar in force",
                        FIELD,
                        "when it was due",
                        EXCUSED + "; clocks annulled because nothing was owed any more are not counted at all");
            case CLOSING_ON_TIME ->
                new Meaning(
                        new Title("按时办结率", "Closing on time"),
                        "期内应办结的主办任务中按时办结的比例；按应办结日而非受理日统计",
                        "Of the leads' parts due in the period, those whose result was handed in in the limit",
                        "closed in limit / due in the period (not received in it)",
                        CITIES,
                        "when it was due, after granted extensions",
                        EXCUSED + "; clocks annulled because nothing was owed any more are not counted at all");
            case FEEDBACK_ON_TIME ->
                new Meaning(
                        new Title("及时反馈率", "Feedback in time"),
                        "期内应联系群众的主办任务中按时联系到群众的比例",
                        "Of the leads' parts that had to reach the citizen in the period, those that did so in the limit",
                        "citizen reached in limit / due to be reached",
                        CITIES,
                        "when it was due",
                        EXCUSED + "; clocks annulled because nothing was owed any more are not counted at all");
            case CLOSING_RATE ->
                new Meaning(
                        new Title("办结率", "Closing rate"),
                        "期内收到的诉求中至今已办结的比例；与按时办结率不同，不看时限",
                        "Of the tickets received in the period, those that stand closed by now; limits play no part",
                        "closed by now / received",
                        CITIES,
                        "when it was received",
                        null);
            case DISPATCH_ACCURACY ->
                new Meaning(
                        new Title("派单准确率", "Dispatch accuracy"),
                        "首次派单未经同意退单、也未改派的比例；以首派单位计",
                        "First dispatches that were neither given back with consent nor set aside for another unit; counted"
                                + " for the unit dispatched to first",
                        "1 - (first dispatches returned or reassigned) / first dispatches; a ticket counts once, however often it is"
                                + " given back, and what an assisting unit gives back counts nowhere",
                        FIELD,
                        "the first dispatch",
                        null);
            case RETURN_RATE ->
                new Meaning(
                        new Title("退单率", "Return rate"),
                        "派出的任务中申请退单的比例；看时应并看退单同意率",
                        "Of the parts dispatched, those whose return was asked for; to be read beside returns granted",
                        "returns asked for / parts dispatched",
                        FIELD,
                        "when the part was given to the unit",
                        "parts handed down, and those opened for a rework");
            case RETURNS_GRANTED ->
                new Meaning(
                        new Title("退单同意率", "Returns granted"),
                        "申请退单中获同意的比例",
                        "Of the returns asked for, those granted so far",
                        "granted / asked for",
                        OWN,
                        "when it was asked for",
                        null);
            case REPEAT_RATE ->
                new Meaning(
                        new Title("重复诉求率", "Repeat rate"),
                        "同一人此前 90 天内（可配置）就同一类别来过诉求的工单比例；不得用于评价个人",
                        "Tickets whose caller has complained of the same category before; never held against the person",
                        "tickets with one of the same person and category in the :days days before / tickets received",
                        OWN,
                        "when it was received",
                        "tickets whose caller or category is not known, reports (举报) and secret tickets");
            case REWORK_RATE ->
                new Meaning(
                        new Title("重办率", "Rework rate"),
                        "办结工单中曾被重办的比例",
                        "Of the tickets closed, those that were sent back to be done again",
                        "tickets with a rework / tickets dispatched and closed",
                        FIELD,
                        "the last closing",
                        null);
            case EXTENSION_RATE ->
                new Meaning(
                        new Title("延期率", "Extension rate"),
                        "派出的任务中获准延期的比例",
                        "Of the parts dispatched, those that were granted an extension",
                        "parts with an extension / parts dispatched",
                        FIELD,
                        "when the part was given to the unit",
                        null);
            case ONE_TIME_SOLUTION ->
                new Meaning(
                        new Title("一次解决率", "Solved at the first time"),
                        "办结且已问到群众的工单中，首次办理即解决（未重办、未重新打开）的比例",
                        "Of the tickets closed whose citizen has said whether it is solved, those solved without rework or"
                                + " reopening",
                        "solved in the first round / tickets dispatched, closed and confirmed by the citizen",
                        FIELD,
                        "the last closing",
                        REVIEWED);
            case DIRECT_ANSWER_RATE ->
                new Meaning(
                        new Title("直接答复率", "Direct answer rate"),
                        "收到的诉求中由知识库直接答复、未派单的比例",
                        "Tickets answered from the knowledge base without a dispatch",
                        "answered without a dispatch / tickets received",
                        CITIES,
                        "when it was received",
                        null);
            case VALID_CALLBACK_RATE ->
                new Meaning(
                        new Title("有效回访率", "Valid callback rate"),
                        "进行过回访的轮次中问到群众的比例",
                        "Of the rounds in which the citizen was called back, those in which he was reached",
                        "rounds reached / rounds called",
                        CITIES,
                        "the call that counts, or the last in vain",
                        null);
            case CONNECTION_RATE ->
                new Meaning(
                        new Title("接通率", "Connection rate"),
                        "请求人工服务的来电中由话务员接起的比例；数据由话务平台报送",
                        "Of the calls that asked for an agent, those that one answered; as the call centre counts them",
                        "connected / offered",
                        FIELD,
                        "the day of the calls",
                        null);
            case ANSWERED_WITHIN_15_S ->
                new Meaning(
                        new Title("15秒接听率", "Answered within 15 s"),
                        "接通来电中 15 秒内接起的比例；数据由话务平台报送",
                        "Of the calls connected, those answered within 15 seconds; as the call centre counts them",
                        "answered within 15 s / connected",
                        FIELD,
                        "the day of the calls",
                        null);
        };
    }

    private static Meaning verdict(String zhTitle, String enTitle, String zh, String en, String formula) {
        return new Meaning(new Title(zhTitle, enTitle), zh, en, formula, NATIONAL, CALL, REVIEWED);
    }
}
