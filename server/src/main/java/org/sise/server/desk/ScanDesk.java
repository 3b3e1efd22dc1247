package org.sise.server.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.BadParameterException;
import org.sise.server.security.AccessSettings;
import org.sise.server.security.Account;
import org.sise.server.security.Role;
import org.sise.supervision.entry.BusinessAtDoor;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.entry.Emergencies;
import org.sise.supervision.entry.EntryAnswer;
import org.sise.supervision.entry.EntryDesk;
import org.sise.supervision.entry.Failure;
import org.springframework.stereotype.Component;

/** Scans at the door with what each side may read of the answer. */
@Component
public final class ScanDesk {

    /** A code that says more about the phone that shows it than about the visit: nothing of the visit is told with it. */
    private static final Set<Condition> CODE_IN_DOUBT = Set.of(
            Condition.CODE_UNREADABLE,
            Condition.CODE_KEY_UNKNOWN,
            Condition.CODE_FORGED,
            Condition.CODE_EXPIRED,
            Condition.CODE_FROM_THE_FUTURE,
            Condition.CODE_REPLAYED,
            Condition.CODE_REVOKED);

    private static final int LONGEST_TEXT = 2_000;
    private static final Instant LATEST_CLOCK = Instant.parse("9999-12-31T00:00:00Z");

    private final EntryDesk desk;
    private final Emergencies emergencies;
    private final VisitDesk visits;
    private final AccessSettings access;
    private final Clock clock;

    ScanDesk(EntryDesk desk, Emergencies emergencies, VisitDesk visits, AccessSettings access, Clock clock) {
        this.desk = desk;
        this.emergencies = emergencies;
        this.visits = visits;
        this.access = access;
        this.clock = clock;
    }

    /**
     * An answer and what goes with it.
     *
     * @param answer may they come in, and if not, why
     * @param visit the visit, or null where there is none or nothing may be told of it
     * @param business the business at whose door it is, or null where the register has none
     * @param clockOff by how much the phone's clock is ahead of the server's, or null where it did not tell
     */
    public record Result(
            EntryAnswer answer,
            VisitDesk.@Nullable Coming visit,
            @Nullable BusinessAtDoor business,
            @Nullable Duration clockOff) {}

    /** An officer scans a business's sign. */
    public Result scanSign(String text, Account officer, @Nullable Instant deviceAt) {
        String sign = checked(text);
        return result(desk.scanSign(sign, certificateOf(officer), checked(deviceAt)), deviceAt);
    }

    /** An officer comes in without approval, with colleagues who scan the sign after that. */
    public Result enter(
            String text,
            Account officer,
            List<String> colleagues,
            String department,
            List<String> items,
            String reason) {
        String sign = checked(text);
        String own = certificateOf(officer);
        List<String> all = new ArrayList<>(List.of(own));
        colleagues.stream()
                .map(String::strip)
                .filter(one -> !one.isEmpty() && !all.contains(one))
                .forEach(all::add);
        items.stream().filter(id -> visits.item(id).item() == null).findFirst().ifPresent(id -> {
            throw new BadParameterException("items", "检查事项未公布：%s / not in the published list: %s".formatted(id, id));
        });
        visits.officers(all).stream()
                .filter(one -> one.name() == null)
                .findFirst()
                .ifPresent(one -> {
                    throw new BadParameterException(
                            "officers",
                            "执法证 %s 不在名录库 / the roster has no certificate %s"
                                    .formatted(one.certificate(), one.certificate()));
                });
        EntryAnswer answer = emergencies.enter(sign, all, department, items, reason, officer.name());
        return result(answer, null);
    }

    /**
     * A business scans the code of a visit. It is told nothing that a visitor with a stale or foreign code should learn, and
     * its colour only where companies may see it.
     *
     * @param door the business's own code, or null where it does not tell
     */
    public Result scanCode(String text, @Nullable CreditCode door, @Nullable Instant deviceAt) {
        EntryAnswer answer = forBusiness(desk.scanCode(codeOf(checked(text)), door, checked(deviceAt)));
        boolean told = answer.visit() != null && answer.conditions().stream().noneMatch(CODE_IN_DOUBT::contains);
        return result(told ? answer : answer.alone(), deviceAt);
    }

    /** The visit whose code a business scanned at its door before; empty for a code that opened none. */
    public Optional<Long> visitOfScanned(String text) {
        return desk.visitOfScanned(codeOf(checked(text)));
    }

    /**
     * The certificate in whose name an officer scans.
     *
     * @throws BadParameterException when the account has none
     */
    public static String certificateOf(Account officer) {
        if (officer.certificate() == null) {
            throw new BadParameterException(
                    "certificate",
                    "该账号未绑定执法证号，请管理员用 ./sise account add --certificate 绑定 / the account has no certificate; the"
                            + " administrator adds it by ./sise account add --certificate");
        }
        return officer.certificate();
    }

    /** The task code of a scanned text: what stands behind the number sign of an address, else the text. */
    static String codeOf(String text) {
        return text.substring(text.lastIndexOf('#') + 1).strip();
    }

    private Result result(EntryAnswer answer, @Nullable Instant deviceAt) {
        return new Result(
                answer,
                visits.coming(answer),
                answer.business(),
                deviceAt == null ? null : Duration.between(clock.instant(), deviceAt));
    }

    private EntryAnswer forBusiness(EntryAnswer answer) {
        if (access.colourRoles().contains(Role.COMPANY) || !answer.conditions().contains(Condition.BLUE_UNCALLED)) {
            return answer;
        }
        List<Failure> failures = answer.failures().stream()
                .map(failure -> failure.condition() == Condition.BLUE_UNCALLED
                        ? new Failure(Condition.NO_APPROVED_TASK, "", "")
                        : failure)
                .toList();
        return answer.withFailures(failures);
    }

    private static @Nullable Instant checked(@Nullable Instant deviceAt) {
        if (deviceAt != null && (deviceAt.isBefore(Instant.EPOCH) || deviceAt.isAfter(LATEST_CLOCK))) {
            throw new BadParameterException(
                    "deviceAt", "手机时间应在 1970 至 9999 年 / a phone's clock shows a year of 1970 to 9999");
        }
        return deviceAt;
    }

    private static String checked(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new BadParameterException("text", "请扫描或输入码 / scan a code or type it");
        }
        return text.strip();
    }
}
