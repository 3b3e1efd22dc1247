package org.sise.grading.approval;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up which what-ifs are on record; the table is written by the what-if itself. */
final class WhatIfs {

    private final JdbcClient jdbc;

    WhatIfs(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The latest finished what-if of one policy file against another. */
    Optional<WhatIfOnRecord> finished(String draftDigest, String againstDigest) {
        return jdbc.sql("""
                        select id, against_digest, finished_at from grading.what_if
                        where draft_digest = :draft and against_digest = :against and finished_at is not null
                            and as_of = against_as_of
                        order by finished_at desc limit 1""")
                .param("draft", draftDigest)
                .param("against", againstDigest)
                .query((row, _) -> new WhatIfOnRecord(
                        row.getLong("id"), row.getString("against_digest"), PolicyRows.instant(row, "finished_at")))
                .optional();
    }
}
