package org.sise.integrations.fetch;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sise.core.digest.Sha256;
import org.sise.integrations.descriptor.SftpSource;

/** The keys that an SFTP server may show. No key is ever added: who they are is said by the descriptor alone. */
final class HostKeys implements HostKeyRepository {

    private final @Nullable HostKeyRepository file;
    private final List<String> fingerprints;
    private volatile String seen = "";

    private HostKeys(@Nullable HostKeyRepository file, List<String> fingerprints) {
        this.file = file;
        this.fingerprints = fingerprints;
    }

    static HostKeys of(SftpSource source, JSch jsch, PullTools tools) throws PullFault {
        return switch (source.hostKey()) {
            case SftpSource.HostKey.Fingerprints given -> new HostKeys(null, given.sha256());
            case SftpSource.HostKey.KnownHosts known -> {
                Path path = tools.home().resolve(known.file());
                try {
                    jsch.setKnownHosts(path.toString());
                } catch (JSchException e) {
                    throw PullFault.lasting(
                            PullReason.HOST_KEY, "无法读取 " + path, "%s cannot be read: %s".formatted(path, e), e);
                }
                yield new HostKeys(jsch.getHostKeyRepository(), List.of());
            }
        };
    }

    /** The fingerprint that the server showed last. */
    String seen() {
        return seen;
    }

    @Override
    public int check(String host, byte[] key) {
        seen = fingerprint(key);
        if (file != null) {
            return file.check(host, key);
        }
        return fingerprints.contains(seen) ? OK : CHANGED;
    }

    static String fingerprint(byte[] key) {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(key));
    }

    @Override
    public void add(HostKey hostkey, UserInfo ui) {
        throw new UnsupportedOperationException("no host key is ever added");
    }

    @Override
    public void remove(String host, String type) {
        throw new UnsupportedOperationException("no host key is ever removed");
    }

    @Override
    public void remove(String host, String type, byte[] key) {
        throw new UnsupportedOperationException("no host key is ever removed");
    }

    @Override
    public String getKnownHostsRepositoryID() {
        return file == null ? "descriptor" : file.getKnownHostsRepositoryID();
    }

    @Override
    public HostKey[] getHostKey() {
        return file == null ? new HostKey[0] : file.getHostKey();
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return file == null ? new HostKey[0] : file.getHostKey(host, type);
    }
}
