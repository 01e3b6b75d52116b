package org.chuishao.intake.search;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** What a list is asked for, as it stands in the query; {@link FilterRules} makes sense of it. */
class TicketFilter {

    @QueryParam("state")
    @Parameter(description = "State, may be repeated")
    List<String> states = List.of();

    @QueryParam("region")
    @Parameter(description = "Division code, with all that lies in it")
    @Nullable
    String region;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("channel")
    @Nullable
    String channel;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("from")
    @Parameter(description = "Received at or after this time, ISO 8601 with offset")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Received before this time, ISO 8601 with offset")
    @Nullable
    String to;

    @QueryParam("number")
    @Parameter(description = "The number for people, 16 digits")
    @Nullable
    String number;

    @QueryParam("sourceNumber")
    @Parameter(description = "The ticket's number in the system that it comes from")
    @Nullable
    String sourceNumber;

    @QueryParam("callerPhone")
    @Parameter(description = "All tickets of one caller; for agents and call centres")
    @Nullable
    String callerPhone;

    @QueryParam("callbackDue")
    @Parameter(
            description =
                    "true: only those whose citizen is to be called back now, also where the result is that of the ticket"
                            + " they were merged into")
    @Nullable
    String callbackDue;

    @QueryParam("cursor")
    @Parameter(description = "next of the page before")
    @Nullable
    String cursor;

    @QueryParam("limit")
    @Parameter(description = "1 to 200, 50 where absent")
    @Nullable
    String limit;
}
