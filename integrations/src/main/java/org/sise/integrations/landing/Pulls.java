package org.sise.integrations.landing;

import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The looks at remote sources, one after the other. */
public final class Pulls {

    private final JdbcClient jdbc;

    /** On a database that is up to date. */
    Pulls(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Records a pull that has ended. */
    public void add(Pull pull) {
        jdbc.sql("""
                        insert into integrations.pull
                            (feed, started_at, ended_at, state, files, rows, bytes, reason, message)
                        values (:feed, :startedAt, :endedAt, :state, :files, :rows, :bytes, :reason, :message)""")
                .param("feed", pull.feed())
                .param("startedAt", Timestamp.from(pull.startedAt()))
                .param("endedAt", Timestamp.from(pull.endedAt()))
                .param("state", pull.state().token())
                .param("files", pull.files())
                .param("rows", pull.rows())
                .param("bytes", pull.bytes())
                .param("reason", pull.reason())
                .param("message", pull.message())
                .update();
    }

    /** The last pull of a feed. */
    public Optional<Pull> last(String feed) {
        return latest(feed, 1).stream().findFirst();
    }

    /** The last pull of a feed that reached its source and did not fail. */
    public Optional<Pull> lastGood(String feed) {
        return jdbc.sql("""
                        select * from integrations.pull where feed = :feed and state <> 'failed'
                        order by id desc limit 1""").param("feed", feed).query(Pull::of).optional();
    }

    /** Pulls of a feed, the latest first. */
    public List<Pull> latest(String feed, int limit) {
        return jdbc.sql("select * from integrations.pull where feed = :feed order by id desc limit :limit")
                .param("feed", feed)
                .param("limit", limit)
                .query(Pull::of)
                .list();
    }
}
