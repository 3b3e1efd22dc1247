package org.sise.integrations.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.SftpSource;
import org.sise.integrations.landing.Fetch;
import org.sise.integrations.landing.Fetches;
import tools.jackson.databind.json.JsonMapper;

/**
 * One look at a folder of an SFTP server. Each file there is a fetch of its own, known by name, size and time; it is
 * moved, deleted or left once it is safe here. A file that was fetched and not moved yet is only moved.
 */
final class SftpPull {

    private static final Pattern UNFINISHED = Pattern.compile("(?i)\\..*|.*\\.(part|tmp|filepart)|.*~");
    private static final int BUFFER = 1 << 16;
    private static final JsonMapper JSON = new JsonMapper();

    private final String feed;
    private final SftpSource source;
    private final Spool spool;
    private final Fetches fetches;
    private final PullTools tools;
    private final List<Pattern> include;

    SftpPull(String feed, SftpSource source, Spool spool, Fetches fetches, PullTools tools) {
        this.feed = feed;
        this.source = source;
        this.spool = spool;
        this.fetches = fetches;
        this.tools = tools;
        this.include = source.include().stream().map(SftpPull::pattern).toList();
    }

    void run(Gain gain) throws PullFault {
        new Retry(source.retry(), tools.random(), tools.pause()).run(() -> {
            try (SftpFolder folder = SftpFolder.open(source, tools)) {
                look(folder, gain);
            }
            return true;
        });
    }

    private void look(SftpFolder folder, Gain gain) throws PullFault {
        List<RemoteFile> files = folder.files();
        if (source.after() != SftpSource.After.KEEP) {
            forget(files);
        }
        PullFault untold = null;
        for (RemoteFile file : quiet(folder, wanted(files))) {
            tools.pause().pause(Duration.ZERO);
            Optional<Fetch> known = fetches.unacknowledged(feed, file.origin());
            Fetch fetch = known.isPresent() ? known.get() : fetch(folder, file, gain);
            if (fetch != null && source.after() != SftpSource.After.KEEP) {
                try {
                    folder.away(file, source.after() == SftpSource.After.MOVE, fetch.id());
                    spool.acknowledged(fetch);
                } catch (PullFault e) {
                    if (e.isPassing()) {
                        throw e;
                    }
                    untold = e;
                }
            }
        }
        if (untold != null) {
            throw untold;
        }
    }

    private @Nullable Fetch fetch(SftpFolder folder, RemoteFile file, Gain gain) throws PullFault {
        try (SpoolFile draft = spool.begin(file.name())) {
            folder.read(
                    file,
                    (bytes, length) -> {
                        tools.pause().pause(Duration.ZERO);
                        write(draft, bytes, length);
                    },
                    BUFFER);
            if (!folder.isUnchanged(file) || draft.size() != file.size()) {
                gain.remark("%s 仍在变化, 下次再取 / is still changing, fetched next time".formatted(file.name()));
                return null;
            }
            Fetch fetch = spool.commit(draft, null, JSON.writeValueAsString(file), file.origin(), false, null);
            gain.add(fetch);
            return fetch;
        } catch (IOException e) {
            throw inbox(e);
        }
    }

    /** Files that were fetched and have gone since: the source knows, only the record of it is missing. */
    private void forget(List<RemoteFile> files) {
        Set<String> there = new HashSet<>();
        files.forEach(file -> there.add(file.origin()));
        for (Fetch fetch : fetches.unacknowledged(feed)) {
            if (!there.contains(fetch.origin())) {
                fetches.acknowledged(fetch.id());
            }
        }
    }

    private List<RemoteFile> wanted(List<RemoteFile> files) {
        return files.stream()
                .filter(file -> !UNFINISHED.matcher(file.name()).matches())
                .filter(file -> include.stream()
                        .anyMatch(pattern -> pattern.matcher(file.name()).matches()))
                .toList();
    }

    /** The files that are the same after a while; those that are known already need not wait. */
    private List<RemoteFile> quiet(SftpFolder folder, List<RemoteFile> files) throws PullFault {
        List<RemoteFile> unknown = files.stream()
                .filter(file -> fetches.unacknowledged(feed, file.origin()).isEmpty())
                .toList();
        if (unknown.isEmpty() || source.quiet().isZero()) {
            return files;
        }
        tools.pause().pause(source.quiet());
        Set<RemoteFile> after = new HashSet<>(folder.files());
        List<RemoteFile> quiet = new ArrayList<>(files);
        quiet.retainAll(after);
        return quiet;
    }

    private static void write(SpoolFile draft, byte[] bytes, int length) throws PullFault {
        try {
            draft.write(bytes, 0, length);
        } catch (IOException e) {
            throw inbox(e);
        }
    }

    static PullFault inbox(IOException e) {
        return PullFault.lasting(PullReason.INBOX, "请检查磁盘空间与权限", "look at the disk's space and rights: " + e, e);
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(
                "\\Q" + glob.replace("\\E", "").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }
}
