package org.sise.grading.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.scoring.policy.Text;

/**
 * A version of a policy as it stands now. Its file never changes.
 *
 * @param id its number, ascending in the order of upload
 * @param policy the policy's id, as the file says
 * @param version the version, as the file says
 * @param digest SHA-256 of the file's bytes, in lower-case hexadecimal digits
 * @param size of the file, in bytes
 * @param uploadedBy its author: an account's name, or {@code system}
 * @param round how often it has been submitted
 * @param submittedBy who submitted it last, or null
 * @param inForceFrom the day asked for or set, or null while nobody has asked
 * @param retroactive whether the submission means a day that has passed
 * @param approvals those of the present round, in their order
 */
public record PolicyVersion(
        long id,
        String policy,
        String version,
        String digest,
        Text title,
        long size,
        String uploadedBy,
        Instant uploadedAt,
        PolicyState state,
        int round,
        @Nullable String submittedBy,
        @Nullable LocalDate inForceFrom,
        boolean retroactive,
        List<PolicyEvent> approvals) {

    /** How many people must approve, none of whom wrote or submitted it. */
    public static final int APPROVALS = 2;

    public PolicyVersion {
        approvals = List.copyOf(approvals);
    }

    /** Id and version in one text, such as {@code shenfu-four-colour@1}; the object of its lines in the audit log. */
    public String name() {
        return policy + "@" + version;
    }

    /** Whether somebody wrote or submitted it, so that their approval would be one of their own work. */
    public boolean isOwnWorkOf(String actor) {
        return actor.equals(uploadedBy) || actor.equals(submittedBy);
    }

    /** Whether somebody has approved it in the present round. */
    public boolean isApprovedBy(String actor) {
        return approvals.stream().anyMatch(approval -> approval.actor().equals(actor));
    }

    PolicyVersion withApprovals(List<PolicyEvent> others) {
        return new PolicyVersion(
                id,
                policy,
                version,
                digest,
                title,
                size,
                uploadedBy,
                uploadedAt,
                state,
                round,
                submittedBy,
                inForceFrom,
                retroactive,
                others);
    }
}
