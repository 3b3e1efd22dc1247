package org.sise.server.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.DayField;
import org.sise.server.query.Filled;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.sise.supervision.commitment.Ban;
import org.sise.supervision.commitment.CommitmentDraft;
import org.sise.supervision.commitment.CommitmentFilter;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.commitment.SignedCommitment;
import org.springframework.stereotype.Component;

/** A business's own commitments: it reads the text, signs, and says how it kept its promise. */
@Component
public final class CommitmentDesk {

    private static final int MOST = 500;

    private final Commitments commitments;
    private final ColourAccess colours;
    private final Clock clock;

    CommitmentDesk(Commitments commitments, ColourAccess colours, Clock clock) {
        this.commitments = commitments;
        this.colours = colours;
        this.clock = clock;
    }

    /**
     * What a business finds.
     *
     * @param commitments its commitments, the latest first
     * @param bans what it may not promise, and until when
     * @param offered whether it may promise in place of checks; false where its colour is not shown to it
     */
    public record Own(List<SignedCommitment> commitments, List<Ban> bans, boolean offered) {}

    /** What somebody fills in. */
    public record Proposal(
            @Nullable String kind,
            @Nullable String matter,
            @Nullable String department,
            List<String> items,
            @Nullable String until,
            @Nullable String signer) {

        /** Copies the items; none where there are none. */
        public Proposal {
            items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
        }
    }

    /** The commitments of the business that an account speaks for. */
    public Own of(Account account) {
        CreditCode code = new CreditCode(CompanyDesk.code(account));
        return new Own(
                commitments.page(new CommitmentFilter(null, null, code.value(), null, false), null, MOST),
                commitments.bans(code, LocalDate.now(clock)),
                colours.seesColourOf(account, code.value()) && commitments.isOffered(code));
    }

    /** The text that would be signed. */
    public String text(Proposal proposal, Account account) {
        return commitments.text(draft(proposal, account));
    }

    /** Signs for the business that an account speaks for; gives the commitment's number. */
    public long sign(Proposal proposal, Account account) {
        return commitments.sign(draft(proposal, account), account.name());
    }

    /** A commitment of the business that an account speaks for. */
    public SignedCommitment own(long id, Account account) {
        String code = CompanyDesk.code(account);
        try {
            SignedCommitment commitment = commitments.find(id);
            if (commitment.business().value().equals(code)) {
                return commitment;
            }
        } catch (NoSuchElementException e) {
            throw new NotFoundException("commitment " + id);
        }
        throw new NotFoundException("commitment " + id);
    }

    private static CommitmentDraft draft(Proposal proposal, Account account) {
        return new CommitmentDraft(
                Filled.orEmpty(proposal.kind()),
                new CreditCode(CompanyDesk.code(account)),
                Filled.orEmpty(proposal.matter()),
                Filled.orEmpty(proposal.department()),
                proposal.items(),
                DayField.of("until", proposal.until()),
                Filled.orEmpty(proposal.signer()));
    }
}
