package org.sise.integrations.fetch;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpATTRS;
import com.jcraft.jsch.SftpException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.SftpSource;

/** An open connection to a folder of an SFTP server whose key was checked. */
final class SftpFolder implements AutoCloseable {

    private static final String DONE = ".done";

    private final SftpSource source;
    private final Session session;
    private final ChannelSftp channel;

    private SftpFolder(SftpSource source, Session session, ChannelSftp channel) {
        this.source = source;
        this.session = session;
        this.channel = channel;
    }

    /** Someone who takes the bytes of a file. */
    @FunctionalInterface
    interface Sink {
        void take(byte[] bytes, int length) throws PullFault;
    }

    static SftpFolder open(SftpSource source, PullTools tools) throws PullFault {
        int timeout = Math.toIntExact(source.timeout().toMillis());
        JSch jsch = new JSch();
        HostKeys hostKeys = HostKeys.of(source, jsch, tools);
        Session session = null;
        try {
            session = jsch.getSession(source.user(), source.host(), source.port());
            session.setHostKeyRepository(hostKeys);
            Properties config = new Properties();
            config.put("StrictHostKeyChecking", "yes");
            login(source, jsch, session, config, tools.secrets());
            session.setConfig(config);
            session.setServerAliveInterval(timeout);
            session.connect(timeout);
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(timeout);
            return new SftpFolder(source, session, channel);
        } catch (JSchException e) {
            if (session != null) {
                session.disconnect();
            }
            throw fault(source, hostKeys, e);
        }
    }

    private static void login(SftpSource source, JSch jsch, Session session, Properties config, Secrets secrets)
            throws PullFault {
        switch (source.login()) {
            case SftpSource.Login.Password password -> {
                session.setPassword(secrets.value(password.password()));
                config.put("PreferredAuthentications", "password,keyboard-interactive");
            }
            case SftpSource.Login.Key key -> {
                String text = secrets.value(key.key()) + "\n";
                String passphrase = key.passphrase() == null ? null : secrets.value(key.passphrase());
                try {
                    jsch.addIdentity(
                            key.key().name(),
                            text.getBytes(StandardCharsets.UTF_8),
                            null,
                            passphrase == null ? null : passphrase.getBytes(StandardCharsets.UTF_8));
                } catch (JSchException e) {
                    throw PullFault.lasting(
                            PullReason.SECRET,
                            "密钥 %s 不是可用的私钥".formatted(key.key().name()),
                            "secret %s is no private key that can be used: %s"
                                    .formatted(key.key().name(), e.getMessage()));
                }
                config.put("PreferredAuthentications", "publickey");
            }
        }
    }

    /** The plain files of the folder, the oldest first. */
    List<RemoteFile> files() throws PullFault {
        List<RemoteFile> files = new ArrayList<>();
        try {
            for (ChannelSftp.LsEntry entry : channel.ls(quoted(source.folder()))) {
                if (entry.getAttrs().isReg()) {
                    files.add(file(entry.getFilename(), entry.getAttrs()));
                }
            }
        } catch (SftpException e) {
            throw fault(source.folder(), e);
        }
        files.sort(Comparator.comparingLong(RemoteFile::modified).thenComparing(RemoteFile::name));
        return files;
    }

    /** Reads a file to its end. */
    void read(RemoteFile file, Sink sink, int buffer) throws PullFault {
        byte[] bytes = new byte[buffer];
        try (InputStream in = channel.get(path(file.name()))) {
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                sink.take(bytes, n);
            }
        } catch (SftpException e) {
            throw fault(file.name(), e);
        } catch (IOException e) {
            throw cut(file.name(), e);
        }
    }

    boolean isUnchanged(RemoteFile file) throws PullFault {
        try {
            return file(file.name(), channel.stat(path(file.name()))).equals(file);
        } catch (SftpException e) {
            throw fault(file.name(), e);
        }
    }

    /** Moves a file into the folder of those that are done, or deletes it, unless it has changed. */
    void away(RemoteFile file, boolean move, long id) throws PullFault {
        if (!isUnchanged(file)) {
            return;
        }
        try {
            if (!move) {
                channel.rm(path(file.name()));
                return;
            }
            String done = source.folder() + "/" + DONE;
            if (stat(done) == null) {
                channel.mkdir(done);
            }
            String target = done + "/" + file.name();
            channel.rename(
                    path(file.name()), quoted(stat(target) == null ? target : done + "/" + id + "-" + file.name()));
        } catch (SftpException e) {
            throw e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED || e.id == ChannelSftp.SSH_FX_FAILURE
                    ? PullFault.lasting(
                            PullReason.DENIED,
                            "已取得 %s, 但无权移走: 请对方授权, 或改为 after: keep".formatted(file.name()),
                            "%s was fetched but may not be moved away: ask for the right to, or say after: keep (%s)"
                                    .formatted(file.name(), e.getMessage()),
                            e)
                    : fault(file.name(), e);
        }
    }

    private @Nullable SftpATTRS stat(String path) throws SftpException {
        try {
            return channel.stat(quoted(path));
        } catch (SftpException e) {
            if (e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE) {
                return null;
            }
            throw e;
        }
    }

    private String path(String name) {
        return quoted(source.folder() + "/" + name);
    }

    /** The library reads patterns; these are names. */
    private static String quoted(String path) {
        return path.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    private static RemoteFile file(String name, SftpATTRS attributes) {
        return new RemoteFile(name, attributes.getSize(), Integer.toUnsignedLong(attributes.getMTime()));
    }

    private static PullFault fault(SftpSource source, HostKeys hostKeys, JSchException e) {
        String server = source.host() + ":" + source.port();
        String says = String.valueOf(e.getMessage());
        if (e instanceof JSchHostKeyException) {
            String seen = hostKeys.seen();
            return PullFault.lasting(
                    PullReason.HOST_KEY,
                    "%s 出示的密钥为 %s, 与描述文件不符; 请与对方管理员核对后再更新, 在此之前不取任何文件".formatted(server, seen),
                    ("%s shows the key %s, which is not the known one; check it with the server's administrator before"
                                    + " you change the descriptor; nothing is fetched until then")
                            .formatted(server, seen),
                    e);
        }
        if (says.toLowerCase(Locale.ROOT).startsWith("auth")) {
            return PullFault.lasting(
                    PullReason.DENIED,
                    "%s 拒绝用户 %s 登录".formatted(server, source.user()),
                    "%s refuses the login of %s: check user and secret".formatted(server, source.user()),
                    e);
        }
        boolean late = e.getCause() instanceof SocketTimeoutException || says.contains("timeout");
        return PullFault.passing(late ? PullReason.TIMEOUT : PullReason.UNREACHABLE, server, server + ": " + says, e);
    }

    private PullFault fault(String name, SftpException e) {
        return switch (e.id) {
            case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
                PullFault.lasting(
                        PullReason.NOT_FOUND, name + ", 请检查 folder", name + ": check the folder in the descriptor", e);
            case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
                PullFault.lasting(PullReason.DENIED, name + " 无权读取", name + " may not be read", e);
            default -> cut(name, e);
        };
    }

    private PullFault cut(String name, Exception e) {
        return PullFault.passing(
                PullReason.UNREACHABLE,
                "%s 取到一半 (%s)".formatted(name, source.host()),
                "%s broke off (%s): %s".formatted(name, source.host(), e),
                e);
    }

    @Override
    public void close() {
        channel.disconnect();
        session.disconnect();
    }
}
