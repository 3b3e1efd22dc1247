package org.sise.server.desk;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.Subscription;
import org.sise.integrations.descriptor.SubscriptionCatalogue;
import org.sise.integrations.notice.Feedback;
import org.sise.integrations.notice.FeedbackStore;
import org.sise.integrations.notice.FeedbackWay;
import org.sise.integrations.notice.Notice;
import org.sise.integrations.notice.Notices;
import org.sise.ledger.audit.AuditLog;
import org.sise.server.security.Account;
import org.sise.server.security.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works on notices in somebody's name: each step is a line of the audit log. A department works on its own only. */
@Component
public final class NoticeDesk {

    private final Notices notices;
    private final FeedbackStore feedback;
    private final SubscriptionCatalogue catalogue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    NoticeDesk(
            Notices notices,
            FeedbackStore feedback,
            SubscriptionCatalogue catalogue,
            AuditLog audit,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.feedback = feedback;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The subscribers whose notices an account may see; null for all. A department sees those that name its account. */
    public @Nullable Set<String> seenBy(Account account) {
        return account.has(Role.REGULATOR, Role.POLICY_MAKER, Role.APPROVER, Role.AUDITOR) ? null : own(account);
    }

    /** Whether an account may give feedback for a subscriber. */
    public boolean answersFor(Account account, String subscriber) {
        return account.has(Role.DEPARTMENT) && own(account).contains(subscriber);
    }

    /** The notice of a key, if the account may see it. */
    public Optional<Notice> find(UUID key, Account account) {
        Set<String> seen = seenBy(account);
        return notices.find(key).filter(notice -> seen == null || seen.contains(notice.subscriber()));
    }

    /**
     * Has a notice sent again.
     *
     * @throws IllegalStateException when it is pending
     */
    public Notice sendAgain(UUID key, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Notice notice = notices.sendAgain(key, actor);
            audit.append(actor, "notice-sent-again", "notice/" + key, notice.subscriber());
            return notice;
        }));
    }

    /**
     * Goes on past a notice.
     *
     * @throws IllegalStateException when it has arrived or was passed over
     */
    public Notice pass(UUID key, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Notice notice = notices.pass(key, actor);
            audit.append(actor, "notice-passed", "notice/" + key, notice.subscriber());
            return notice;
        }));
    }

    /**
     * Takes a department's feedback.
     *
     * @return whether it is new; false when the same was given before
     */
    public boolean answer(Notice notice, Feedback given, String actor) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            boolean fresh = feedback.take(notice.key(), notice.subscriber(), given, FeedbackWay.API, actor);
            if (fresh) {
                audit.append(
                        actor,
                        "notice-feedback",
                        "notice/" + notice.key(),
                        given.state().token());
            }
            return fresh;
        }));
    }

    private Set<String> own(Account account) {
        return catalogue.all().stream()
                .filter(subscription -> subscription.accounts().contains(account.name()))
                .map(Subscription::subscriber)
                .collect(Collectors.toSet());
    }
}
