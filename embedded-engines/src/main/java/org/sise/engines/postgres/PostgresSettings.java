package org.sise.engines.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Server settings for a machine of two cores and 24 GiB that runs everything at once. What protects
 * committed data stays on. The programs are built without LZ4 and Zstandard, so compression stays PostgreSQL's own.
 *
 * @param values name to value, as in postgresql.conf
 */
record PostgresSettings(Map<String, String> values) {

    /** Settings without which a committed transaction can be lost. */
    static final String[] DURABLE = {"fsync", "full_page_writes", "synchronous_commit"};

    static PostgresSettings standard() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String setting : DURABLE) {
            values.put(setting, "on");
        }
        values.put("listen_addresses", "127.0.0.1");
        values.put("unix_socket_directories", "");
        values.put("max_connections", "100");
        values.put("shared_buffers", "512MB");
        values.put("work_mem", "64MB");
        values.put("maintenance_work_mem", "512MB");
        values.put("effective_cache_size", "8GB");
        values.put("max_wal_size", "4GB");
        values.put("checkpoint_completion_target", "0.9");
        values.put("random_page_cost", "1.1");
        values.put("jit", "off");
        values.put("timezone", "UTC");
        values.put("log_timezone", "UTC");
        values.put("log_checkpoints", "off");
        return new PostgresSettings(values);
    }

    String file(int port) {
        StringBuilder text = new StringBuilder("port = ").append(port).append('\n');
        values.forEach(
                (name, value) -> text.append(name).append(" = '").append(value).append("'\n"));
        return text.toString();
    }
}
