package org.sise.server.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.code.CreditCode;
import org.sise.server.query.BadParameterException;
import org.sise.server.query.Filled;
import org.sise.server.security.Account;
import org.sise.supervision.listing.Listing;
import org.sise.supervision.listing.ListingDraft;
import org.sise.supervision.listing.ListingFilter;
import org.sise.supervision.listing.ListingGround;
import org.sise.supervision.listing.ListingGrounds;
import org.sise.supervision.listing.Listings;
import org.springframework.stereotype.Component;

/** Takes proposals of listings and names the field that is wrong. */
@Component
public final class ListingDesk {

    private static final int MOST = 100;

    private final Listings listings;
    private final ListingGrounds grounds;
    private final Registered registered;

    ListingDesk(Listings listings, ListingGrounds grounds, Registered registered) {
        this.listings = listings;
        this.grounds = grounds;
        this.registered = registered;
    }

    /**
     * What somebody fills in.
     *
     * @param ground the ground's id, such as {@code YW-1}
     * @param evidence the number of the record that proves it, or empty
     */
    public record Proposal(
            @Nullable String business,
            @Nullable String ground,
            @Nullable String department,
            @Nullable String evidence,
            @Nullable String document,
            @Nullable String facts) {}

    /** The listings of which the business that an account speaks for has been told, the latest first. */
    public List<Listing> of(Account account) {
        return listings.page(new ListingFilter(null, null, CompanyDesk.code(account)), null, MOST).stream()
                .filter(listing -> listing.servedOn() != null)
                .toList();
    }

    /**
     * Proposes a listing.
     *
     * @return its number
     * @throws BadParameterException that names the field
     */
    public long propose(Proposal proposal, String actor) {
        CreditCode business = registered.of(proposal.business());
        ListingGround ground = grounds.byId(Filled.orEmpty(proposal.ground()))
                .orElseThrow(() -> new BadParameterException(
                        "ground", "请选择列入事由，如 YW-1 / choose a ground of the table, such as YW-1"));
        return listings.propose(
                new ListingDraft(
                        ground.code(),
                        ground.number(),
                        business,
                        Filled.orEmpty(proposal.department()),
                        record(proposal.evidence()),
                        Filled.orNull(proposal.document()),
                        Filled.orEmpty(proposal.facts())),
                actor);
    }

    private static @Nullable Long record(@Nullable String text) {
        String number = Filled.orNull(text);
        try {
            return number == null ? null : Long.valueOf(number);
        } catch (NumberFormatException e) {
            throw new BadParameterException("evidence", "应为记录编号 / must be the number of a record");
        }
    }
}
