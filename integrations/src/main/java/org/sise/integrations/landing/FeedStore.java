package org.sise.integrations.landing;

import javax.sql.DataSource;
import org.sise.core.person.PersonKeys;
import org.sise.integrations.descriptor.FeedCatalogue;

/**
 * Where feeds land: deliveries, landing, quarantine and waiting rows on one database, which
 * {@link org.sise.ledger.Migrations} has brought up to date with the schemas ledger and {@link #SCHEMA}.
 */
public final class FeedStore {

    /** The schema of this module's tables. */
    public static final String SCHEMA = "integrations";

    private final FeedCatalogue catalogue;
    private final PersonKeys keys;
    private final Deliveries deliveries;
    private final Fetches fetches;
    private final Pulls pulls;
    private final Quarantine quarantine;
    private final WaitingRows waiting;
    private final Landing landing;
    private final Holds holds;
    private final Disappearances disappearances;
    private final Mending mending;
    private final MendedFiles mendedFiles;

    /** For the feeds of a catalogue, with the installation's keys for persons. */
    public FeedStore(DataSource dataSource, FeedCatalogue catalogue, PersonKeys keys) {
        Replay replay = new Replay(dataSource, catalogue, keys);
        QuarantineHistory history = new QuarantineHistory(dataSource);
        this.catalogue = catalogue;
        this.keys = keys;
        this.deliveries = new Deliveries(dataSource);
        this.quarantine = new Quarantine(dataSource, replay, history);
        this.fetches = new Fetches(dataSource);
        this.pulls = new Pulls(dataSource);
        this.waiting = new WaitingRows(dataSource, replay);
        SnapshotKeys snapshots = new SnapshotKeys(dataSource, keys);
        this.landing = new Landing(dataSource, catalogue, waiting, snapshots);
        this.holds = new Holds(dataSource, deliveries);
        this.disappearances = new Disappearances(dataSource, snapshots);
        this.mending = new Mending(dataSource, replay, history);
        this.mendedFiles = new MendedFiles(dataSource, mending, replay, quarantine);
    }

    /** The feeds. */
    public FeedCatalogue catalogue() {
        return catalogue;
    }

    /** The keys for persons. */
    public PersonKeys keys() {
        return keys;
    }

    /** The files that were received. */
    public Deliveries deliveries() {
        return deliveries;
    }

    /** The files that were fetched from remote sources. */
    public Fetches fetches() {
        return fetches;
    }

    /** The looks at remote sources. */
    public Pulls pulls() {
        return pulls;
    }

    /** The rows that did not land. */
    public Quarantine quarantine() {
        return quarantine;
    }

    /** The rows that wait for a registration. */
    public WaitingRows waiting() {
        return waiting;
    }

    /** The landing of batches. */
    public Landing landing() {
        return landing;
    }

    /** The deliveries that wait for a person. */
    public Holds holds() {
        return holds;
    }

    /** What full copies no longer have. */
    public Disappearances disappearances() {
        return disappearances;
    }

    /** The jobs over quarantined rows. */
    public Mending mending() {
        return mending;
    }

    /** Rows that departments sent back mended. */
    public MendedFiles mendedFiles() {
        return mendedFiles;
    }
}
