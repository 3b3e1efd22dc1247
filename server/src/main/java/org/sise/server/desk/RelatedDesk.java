package org.sise.server.desk;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CodeVerdict;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.graph.neighbourhood.Connection;
import org.sise.graph.neighbourhood.Group;
import org.sise.graph.neighbourhood.Groups;
import org.sise.graph.neighbourhood.Limits;
import org.sise.graph.neighbourhood.Neighbourhood;
import org.sise.graph.neighbourhood.Neighbourhoods;
import org.sise.graph.neighbourhood.Node;
import org.sise.graph.neighbourhood.Party;
import org.sise.graph.neighbourhood.Paths;
import org.sise.ledger.business.Business;
import org.sise.ledger.business.Businesses;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.NotFoundException;
import org.sise.server.security.Account;
import org.sise.server.security.ColourAccess;
import org.springframework.stereotype.Component;

/**
 * Questions about related parties, for pages and the REST interface alike: an account asks about businesses that it may
 * see, and sees the colours that it may see. Where Neo4j does not answer, every question throws
 * {@link org.sise.graph.GraphUnavailableException}.
 */
@Component
public final class RelatedDesk {

    /** The most paths of an answer. */
    private static final int ROUTES = 5;

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final Businesses businesses;
    private final Neighbourhoods neighbourhoods;
    private final Paths paths;
    private final Groups groups;
    private final ColourAccess colours;
    private final Clock clock;

    RelatedDesk(
            Businesses businesses,
            Neighbourhoods neighbourhoods,
            Paths paths,
            Groups groups,
            ColourAccess colours,
            Clock clock) {
        this.businesses = businesses;
        this.neighbourhoods = neighbourhoods;
        this.paths = paths;
        this.groups = groups;
        this.colours = colours;
        this.clock = clock;
    }

    /**
     * An answer.
     *
     * @param on the day for which it holds
     * @param found what was found
     * @param grades present grades of the businesses in it, as far as the account may see them
     */
    public record Answer<T>(LocalDate on, T found, Map<String, Grade> grades) {}

    /** Today in Shanghai. */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(SHANGHAI));
    }

    /**
     * A business that the account may see.
     *
     * @throws NotFoundException when there is none, or the account may not know of it
     */
    public Business business(String code, Account account) {
        if (CodeVerdict.of(code) instanceof CodeVerdict.Valid && colours.seesBusiness(account, code)) {
            return businesses.find(code).orElseThrow(() -> new NotFoundException(code));
        }
        throw new NotFoundException(code);
    }

    /**
     * Who is around a business; nobody when the graph does not know it yet.
     *
     * @param limit nodes at most
     * @param on the day, or null for today
     * @throws BadParameterException when {@code depth}, {@code limit} or {@code on} cannot be taken
     */
    public Answer<Neighbourhood> around(String code, int depth, int limit, @Nullable String on, Account account) {
        business(code, account);
        within("depth", depth, 1, 4);
        within("limit", limit, 1, Limits.MOST_NODES);
        LocalDate day = day(on);
        Neighbourhood found = neighbourhoods
                .of(new CreditCode(code), day, new Limits(depth, limit))
                .orElseGet(() -> new Neighbourhood(code, List.of(), List.of(), false, null));
        Neighbourhood shown = day.isBefore(today()) ? found.recordedOnly() : found;
        return new Answer<>(
                day, shown, grades(shown.nodes().stream().map(Node::party).toList(), account));
    }

    /**
     * How two businesses are related; by no path when the graph does not know one of them yet.
     *
     * @throws BadParameterException when {@code from} or {@code to} is no business that the account may see, both are
     *     the same, or {@code on} or {@code steps} cannot be taken
     */
    public Answer<Connection> between(String from, String to, @Nullable String on, int steps, Account account) {
        end("from", from, account);
        end("to", to, account);
        if (from.equals(to)) {
            throw new BadParameterException("to", "应为另一户企业 / must be another business");
        }
        within("steps", steps, 1, Paths.MOST_STEPS);
        LocalDate day = day(on);
        Connection found = paths.between(new CreditCode(from), new CreditCode(to), day, steps, ROUTES)
                .orElseGet(() -> new Connection(from, to, day, steps, List.of(), List.of(), true));
        return new Answer<>(day, found, grades(found.parties(), account));
    }

    /**
     * Who controls a business and what else they control; as of today.
     *
     * @param cursor where to begin, or null
     * @throws BadParameterException when {@code cursor} or {@code limit} cannot be taken
     */
    public Answer<Group> group(String code, @Nullable String cursor, int limit, Account account) {
        business(code, account);
        within("limit", limit, 1, Limits.MOST_NODES);
        if (cursor != null && !(CodeVerdict.of(cursor) instanceof CodeVerdict.Valid)) {
            throw new BadParameterException("cursor", "不是该列表的游标 / is not one of this list's cursors");
        }
        Group found = groups.of(new CreditCode(code), cursor, limit)
                .orElseGet(() -> new Group(code, List.of(), List.of(), List.of(), null, 0));
        Map<String, Grade> grades = new HashMap<>(grades(found.members(), account));
        grades.putAll(grades(found.controllers(), account));
        return new Answer<>(today(), found, grades);
    }

    private Map<String, Grade> grades(Collection<Party> parties, Account account) {
        Map<String, Grade> grades = new HashMap<>();
        businesses
                .of(parties.stream()
                        .filter(Party::registered)
                        .map(Party::id)
                        .filter(code -> colours.seesColourOf(account, code))
                        .toList())
                .forEach((code, business) -> {
                    Grade grade = business.grade();
                    if (grade != null) {
                        grades.put(code, grade);
                    }
                });
        return grades;
    }

    private void end(String field, String code, Account account) {
        try {
            business(code, account);
        } catch (NotFoundException e) {
            throw new BadParameterException(
                    field, "没有这户企业，应为在册企业的统一社会信用代码 / no such business, must be the credit code of one");
        }
    }

    private LocalDate day(@Nullable String on) {
        if (on == null || on.isBlank()) {
            return today();
        }
        try {
            return LocalDate.parse(on.strip());
        } catch (DateTimeException e) {
            throw new BadParameterException("on", "应为日历上的一天，如 2026-11-22 / must be a day such as 2026-11-22");
        }
    }

    private static void within(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BadParameterException(field, "应为%d至%d / must be %d to %d".formatted(least, most, least, most));
        }
    }
}
