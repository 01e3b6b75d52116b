package org.chuishao.mesh.fold;

import org.chuishao.mesh.event.Event;
import org.chuishao.mesh.event.EventData;
import org.chuishao.mesh.event.IntakeEvent.*;

/** What intake's events do to a {@link PlainTicket}. */
final class PlainIntake {

    private final PlainTicket ticket;

    PlainIntake(PlainTicket ticket) {
        this.ticket = ticket;
    }

    boolean hear(Event event) {
        EventData it = event.data();
        if (it instanceof TicketAccepted accepted) {
            return ticket.in("RECEIVED") && accept(accepted);
        } else if (it instanceof InfoRequested) {
            return ticket.in("RECEIVED", "NEEDS_INFO", "PENDING_DISPATCH") && !danger() && askForMore();
        } else if (it instanceof Supplemented supplemented) {
            return open() && supplement(supplemented);
        } else if (it instanceof Declined) {
            return undecided() && ticket.become("DECLINED");
        } else if (it instanceof Answered) {
            return undecided() && ticket.become("ANSWERED");
        } else if (it instanceof Transferred transferred) {
            return transfer(transferred.receipt().name());
        } else if (it instanceof Merged merged) {
            return !merged.parent().equals(event.ticket()) && merge(merged);
        } else if (it instanceof Unmerged) {
            return ticket.in("MERGED") && unmerge();
        } else if (it instanceof Withdrawn) {
            return open() && end("WITHDRAWN");
        } else if (it instanceof Reviewed reviewed) {
            return ticket.in("PENDING_REVIEW") && review(reviewed.passed());
        } else if (it instanceof CalledBack called) {
            return ticket.in("PENDING_CALLBACK", "ANSWERED", "MERGED") && callBack(called.solved());
        } else if (it instanceof ReworkOrdered rework) {
            return ticket.in("PENDING_CALLBACK") && rework.round() == ticket.round + 1 && rework();
        } else if (it instanceof Closed closed) {
            return mayClose(closed.ground().name()) && end("CLOSED");
        } else if (it instanceof Reopened reopened) {
            return ticket.in("CLOSED", "ANSWERED", "DECLINED") && reopened.round() == ticket.round + 1 && reopen();
        } else if (it instanceof Archived) {
            return ticket.in("CLOSED", "ANSWERED", "DECLINED", "WITHDRAWN") && ticket.become("ARCHIVED");
        } else if (it instanceof Promised) {
            return ticket.in("IN_PROGRESS", "SUSPENDED", "PENDING_REVIEW", "PENDING_CALLBACK") && promise();
        }
        throw new IllegalArgumentException("not intake's: " + it);
    }

    private boolean danger() {
        return "CRITICAL".equals(ticket.severity);
    }

    private boolean open() {
        return !ticket.in("UNSEEN") && !PlainTicket.FINAL.contains(ticket.state);
    }

    private boolean undecided() {
        return ticket.in("RECEIVED", "NEEDS_INFO", "PENDING_DISPATCH", "VERIFYING");
    }

    private boolean accept(TicketAccepted it) {
        ticket.region = it.region();
        return ticket.become("PENDING_DISPATCH");
    }

    private boolean askForMore() {
        ticket.infoAttempts++;
        return ticket.in("NEEDS_INFO") || ticket.asideTo("NEEDS_INFO");
    }

    private boolean supplement(Supplemented it) {
        if (it.place() != null && PlainTicket.BEFORE_DISPATCH.contains(ticket.state)) {
            ticket.region = it.place().region();
        }
        return !ticket.in("NEEDS_INFO") || ticket.become(ticket.cameFrom);
    }

    /** 110, 119, 120 or 122: asked once at a time; what units have already they keep. */
    private boolean transfer(String receipt) {
        boolean early = PlainTicket.BEFORE_DISPATCH.contains(ticket.state);
        boolean fits = early || PlainTicket.WITH_UNITS.contains(ticket.state) || ticket.in("REWORK");
        boolean asking = receipt.equals("REQUESTED");
        if (!fits || asking == "REQUESTED".equals(ticket.transfer)) {
            return false;
        }
        ticket.transfer = receipt;
        if (asking && early) {
            return ticket.become("TRANSFERRED");
        }
        boolean comesBack = receipt.equals("REFUSED") || receipt.equals("SILENT");
        return !comesBack || !ticket.in("TRANSFERRED") || ticket.become("RECEIVED");
    }

    private boolean merge(Merged it) {
        if (!undecided() && !ticket.in("PENDING_SIGN", "IN_PROGRESS")) {
            return false;
        }
        ticket.parent = it.parent();
        return ticket.asideTo("MERGED");
    }

    private boolean unmerge() {
        ticket.parent = null;
        ticket.become(ticket.cameFrom);
        if (ticket.in("PENDING_SIGN") && ticket.lead == null) {
            ticket.takeFromUnits();
            ticket.become("PENDING_DISPATCH");
        }
        return true;
    }

    private boolean end(String state) {
        ticket.endUnits();
        return ticket.become(state);
    }

    private boolean review(boolean passed) {
        if (passed) {
            return ticket.become("PENDING_CALLBACK");
        }
        if (ticket.lead == null) {
            return ticket.become("PENDING_DISPATCH");
        }
        PlainUnit lead = ticket.units.get(ticket.lead);
        lead.phase = "IN_PROGRESS";
        lead.solved = null;
        return ticket.become("IN_PROGRESS");
    }

    private boolean callBack(Boolean solved) {
        ticket.callbackAttempts++;
        ticket.citizenSolved = solved == null ? ticket.citizenSolved : solved;
        return true;
    }

    private boolean rework() {
        ticket.nextRound();
        ticket.reworks++;
        return ticket.become(ticket.leadUnit == null ? "PENDING_DISPATCH" : "REWORK");
    }

    private boolean mayClose(String ground) {
        boolean contradicted = ground.equals("SOLVED") && Boolean.FALSE.equals(ticket.citizenSolved);
        return switch (ticket.state) {
            case "NEEDS_INFO" -> ground.equals("INCOMPLETE");
            case "TRANSFERRED" -> ground.equals("TRANSFERRED") && "ACCEPTED".equals(ticket.transfer);
            case "PENDING_CALLBACK", "ANSWERED", "MERGED" ->
                !ground.equals("INCOMPLETE") && !ground.equals("TRANSFERRED") && !contradicted;
            default -> false;
        };
    }

    private boolean reopen() {
        boolean contested = ticket.in("DECLINED");
        ticket.takeFromUnits();
        ticket.nextRound();
        return ticket.become(contested ? "RECEIVED" : "PENDING_DISPATCH");
    }

    private boolean promise() {
        ticket.severity = "PROMISED";
        return true;
    }
}
