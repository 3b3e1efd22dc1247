package org.sise.integrations.feed;

import java.util.Locale;
import java.util.Optional;
import org.sise.integrations.descriptor.FeedWatch;
import org.sise.integrations.landing.Disappearances;
import org.sise.integrations.landing.Finding;
import org.sise.integrations.landing.HoldReason;
import org.sise.integrations.landing.Usual;

/** Whether something about a delivery is unusual. Knows the feed's watch and figures only, neither database nor clock. */
final class Guard {

    private final FeedWatch watch;

    Guard(FeedWatch watch) {
        this.watch = watch;
    }

    /** Whether the rows of a file need to be counted to judge it. */
    boolean counts(Usual usual) {
        return watch.rows() != null && hasHistory(usual);
    }

    /** A file of so many rows. */
    Optional<Finding> rows(long rows, Usual usual) {
        FeedWatch.Rows limits = watch.rows();
        if (limits == null || !hasHistory(usual)) {
            return Optional.empty();
        }
        double least = limits.least() * usual.rows();
        double most = limits.most() * usual.rows();
        if (rows >= least && rows <= most) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                HoldReason.UNUSUAL_ROWS,
                rows,
                usual.rows(),
                least,
                most,
                "%d行, 近%d次交付的中位数为%s行, 应在%s至%s行之间 / %d rows; the median of the last %d deliveries is %s, usual are %s to %s"
                        .formatted(
                                rows,
                                usual.deliveries(),
                                number(usual.rows()),
                                number(least),
                                number(most),
                                rows,
                                usual.deliveries(),
                                number(usual.rows()),
                                number(least),
                                number(most))));
    }

    /** A file of which so many rows were read, and so many of these were faulty. */
    Optional<Finding> faulty(long read, long faulty, Usual usual) {
        FeedWatch.Quarantine limits = watch.quarantine();
        if (limits == null || !hasHistory(usual) || read < limits.leastRows()) {
            return Optional.empty();
        }
        double share = (double) faulty / read;
        double most = usual.faulty() + limits.most();
        if (share <= most) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                HoldReason.FAULTY_ROWS,
                share,
                usual.faulty(),
                null,
                most,
                "已读%d行中%d行有误(%s), 平时为%s, 上限%s / %d of %d rows read are faulty (%s); usual are %s, at most %s"
                        .formatted(
                                read,
                                faulty,
                                percent(share),
                                percent(usual.faulty()),
                                percent(most),
                                faulty,
                                read,
                                percent(share),
                                percent(usual.faulty()),
                                percent(most))));
    }

    /** A full copy that lacks so many of the matters that stood before it. One may always go, but never the last. */
    Optional<Finding> withdrawals(Disappearances.Found found) {
        FeedWatch.Withdrawn limits = watch.withdrawn();
        if (limits == null || found.gone() == 0) {
            return Optional.empty();
        }
        double most = Math.max(1, Math.floor(limits.most() * found.before()));
        if (found.gone() <= most && found.gone() < found.before()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                HoldReason.WITHDRAWALS,
                found.gone(),
                (double) found.before(),
                null,
                most,
                "现有%d项中%d项不在文件内, 超过%s项须经人工确认才撤回 / %d of %d matters are not in the file; more than %s are withdrawn only when a person says so"
                        .formatted(
                                found.before(),
                                found.gone(),
                                number(most),
                                found.gone(),
                                found.before(),
                                number(most))));
    }

    /** A full copy that lacks matters and has faulty rows that may be these. */
    Optional<Finding> unclear(Disappearances.Found found) {
        if (found.gone() == 0 || found.unclear() == 0) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                HoldReason.UNCLEAR_ROWS,
                found.unclear(),
                (double) found.gone(),
                null,
                0.0,
                "%d行有误且看不出是哪一项, 可能就在缺少的%d项之中; 请先更正这些行 / %d faulty rows do not tell their matter and may be among the %d that the file lacks: mend these rows first"
                        .formatted(found.unclear(), found.gone(), found.unclear(), found.gone())));
    }

    private boolean hasHistory(Usual usual) {
        return usual.deliveries() >= watch.history().least();
    }

    private static String number(double number) {
        return number >= Long.MAX_VALUE ? "∞" : String.format(Locale.ROOT, "%.0f", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
