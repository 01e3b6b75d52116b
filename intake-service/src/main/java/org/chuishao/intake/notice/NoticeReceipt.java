package org.chuishao.intake.notice;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is kept of an attempt to tell a caller. */
@Schema(description = "What is kept of an attempt to tell a caller")
record NoticeReceipt(UUID notice, NoticeReceiptRequest.Channel channel, NoticeReceiptRequest.Outcome outcome) {}
