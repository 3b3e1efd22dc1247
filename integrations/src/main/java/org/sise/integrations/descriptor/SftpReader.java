package org.sise.integrations.descriptor;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Reads a source of the type {@code sftp}. */
final class SftpReader {

    private static final int PORT = 22;
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final SourceFields fields;

    SftpReader(SourceFields fields) {
        this.fields = fields;
    }

    SftpSource sftp(YamlMapping map) {
        List<String> include = map.texts("include");
        return new SftpSource(
                map.requiredText("host"),
                fields.number(map, "port", PORT, 1, 65_535),
                map.requiredText("user"),
                login(map),
                hostKey(map),
                Objects.requireNonNullElse(map.optionalText("folder"), "."),
                include.isEmpty() ? List.of("*") : include,
                SftpSource.After.valueOf(fields.word(map, "after", "move", List.of("move", "delete", "keep"))
                        .toUpperCase(Locale.ROOT)),
                fields.duration(map, "quiet", QUIET),
                fields.schedule(map),
                fields.duration(map, "timeout", TIMEOUT),
                fields.retry(map));
    }

    private SftpSource.Login login(YamlMapping map) {
        boolean hasPassword = map.keys().contains("password");
        boolean hasKey = map.keys().contains("key");
        Secret password = fields.secret(map, "password");
        Secret key = fields.secret(map, "key");
        Secret passphrase = fields.secret(map, "passphrase");
        if (hasPassword == hasKey) {
            fields.faults()
                    .add(
                            map.keyNode(hasPassword ? "key" : "type"),
                            map.at(hasPassword ? "key" : "password"),
                            "password 与 key 须有且只有一个, 写作 {secret: 名称}",
                            "one of password and key is needed, as {secret: NAME}");
        }
        if (passphrase != null && !hasKey) {
            fields.faults().add(map.keyNode("passphrase"), map.at("passphrase"), "只与 key 同用", "goes with a key only");
        }
        Secret none = new Secret("");
        return hasKey
                ? new SftpSource.Login.Key(Objects.requireNonNullElse(key, none), passphrase)
                : new SftpSource.Login.Password(Objects.requireNonNullElse(password, none));
    }

    private SftpSource.HostKey hostKey(YamlMapping map) {
        List<String> fingerprints = map.texts("host-key");
        String file = map.optionalText("known-hosts");
        if (fingerprints.isEmpty() == (file == null)) {
            fields.faults()
                    .add(
                            map.keyNode(file == null ? "type" : "known-hosts"),
                            map.at("host-key"),
                            "host-key 与 known-hosts 须有且只有一个; 指纹请向对方管理员索取 (ssh-keygen -lf)",
                            "one of host-key and known-hosts is needed; ask the server's administrator for the"
                                    + " fingerprint (ssh-keygen -lf)");
        }
        for (String fingerprint : fingerprints) {
            if (!fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}=?")) {
                fields.faults()
                        .add(
                                map.keyNode("host-key"),
                                map.at("host-key"),
                                "应为 SHA256: 加43个字符的指纹",
                                "must be a fingerprint: SHA256: and 43 characters");
            }
        }
        return file == null
                ? new SftpSource.HostKey.Fingerprints(fingerprints.stream()
                        .map(fingerprint -> fingerprint.replace("=", ""))
                        .toList())
                : new SftpSource.HostKey.KnownHosts(file);
    }
}
