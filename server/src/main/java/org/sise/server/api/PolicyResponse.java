package org.sise.server.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.grading.approval.PolicyEvent;
import org.sise.grading.approval.PolicyVersion;
import org.sise.grading.approval.WhatIfOnRecord;

/** A version of a policy. */
@Schema(name = "PolicyVersion", description = "评级规则的一个版本 / a version of a policy")
public record PolicyResponse(
        long id,
        String policy,
        String version,

        @Schema(description = "文件的 SHA-256 / SHA-256 of the file")
        String digest,

        String titleZh,
        String titleEn,
        long size,

        @Schema(allowableValues = {"draft", "submitted", "scheduled", "in-force", "superseded", "refused", "withdrawn"})
        String state,

        String uploadedBy,
        Instant uploadedAt,
        @Nullable String submittedBy,

        @Schema(description = "申请或确定的生效日 / the day asked for or set") @Nullable
        LocalDate inForceFrom,

        boolean retroactive,
        List<Approval> approvals,

        @Schema(description = "与现行规则对比的推演，仅在单个版本中给出 / what-if against the policy in force, of a single version only")
        @Nullable
        WhatIf whatIf) {

    /** One person's approval. */
    @Schema(name = "PolicyApproval")
    public record Approval(
            String by,
            Instant at,
            @Nullable Long whatIf,
            boolean retroactive,
            @Nullable String note) {}

    /** A finished what-if. */
    @Schema(name = "PolicyWhatIf")
    public record WhatIf(long id, String againstDigest, Instant finishedAt) {}

    static PolicyResponse of(PolicyVersion version) {
        return of(version, null);
    }

    static PolicyResponse of(PolicyVersion version, @Nullable WhatIfOnRecord whatIf) {
        return new PolicyResponse(
                version.id(),
                version.policy(),
                version.version(),
                version.digest(),
                version.title().zh(),
                version.title().en(),
                version.size(),
                version.state().token(),
                version.uploadedBy(),
                version.uploadedAt(),
                version.submittedBy(),
                version.inForceFrom(),
                version.retroactive(),
                version.approvals().stream().map(PolicyResponse::approval).toList(),
                whatIf == null ? null : new WhatIf(whatIf.id(), whatIf.againstDigest(), whatIf.finishedAt()));
    }

    private static Approval approval(PolicyEvent event) {
        return new Approval(event.actor(), event.at(), event.whatIf(), event.retroactive(), event.reason());
    }
}
