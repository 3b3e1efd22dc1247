package org.sise.integrations.row;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sise.integrations.descriptor.FeedFormat;

/** Zip archives: which of their entries hold rows, and what keeps an archive from being read. */
final class Archives {

    private static final int MOST_ENTRIES = 10_000;
    private static final int SHOWN = 10;
    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final List<String> PACKED = List.of(".zip", ".gz", ".tgz", ".rar", ".7z", ".tar", ".xz");

    private Archives() {}

    /**
     * Opens an archive, or gives null when the file is a workbook that is wanted as such.
     *
     * @throws FileFault when it cannot be read
     */
    static @Nullable ZipFile open(Path file, FeedFormat format) throws FileFault, IOException {
        boolean workbooks = format instanceof FeedFormat.Xlsx;
        ZipFile zip;
        try {
            zip = named(file);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("encrypt")) {
                throw new FileFault(
                        Reason.WRONG_FORMAT,
                        "压缩包已加密, 请发送未加密的文件",
                        "the archive is encrypted: send it without a password");
            }
            if (workbooks) {
                return null;
            }
            throw Parcel.damaged(e);
        }
        if (zip.getEntry("[Content_Types].xml") == null
                && !(workbooks && zip.stream().noneMatch(Archives::isWorkbook))) {
            return zip;
        }
        zip.close();
        if (!workbooks) {
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "这是Excel等Office文件, 与来源的格式不符",
                    "this is a workbook, the feed's format is another");
        }
        return null;
    }

    /**
     * The entries that hold rows, in the archive's order, at least one.
     *
     * @throws FileFault when there is none, or an archive within the archive
     */
    static List<ZipEntry> entries(ZipFile zip, FeedFormat format) throws FileFault {
        List<ZipEntry> files = new ArrayList<>();
        for (ZipEntry entry : zip.stream().limit(MOST_ENTRIES + 1L).toList()) {
            if (!entry.isDirectory()
                    && !entry.getName().startsWith("__MACOSX/")
                    && !last(entry).startsWith(".")) {
                files.add(entry);
            }
        }
        if (files.size() > MOST_ENTRIES) {
            throw new FileFault(
                    Reason.TOO_LARGE,
                    "压缩包内文件超过%d个".formatted(MOST_ENTRIES),
                    "the archive holds more than %d entries".formatted(MOST_ENTRIES));
        }
        for (ZipEntry entry : files) {
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (PACKED.stream().anyMatch(name::endsWith)) {
                throw nested(entry.getName());
            }
        }
        List<ZipEntry> wanted = wanted(files, format);
        if (wanted.isEmpty()) {
            String found = String.join(
                    ", ", files.stream().limit(SHOWN).map(ZipEntry::getName).toList());
            String pattern = format.common().entries();
            String sought = pattern == null ? String.join(", ", format.suffixes()) : pattern;
            throw new FileFault(
                    Reason.WRONG_FORMAT,
                    "压缩包内没有 %s; 其中有: %s".formatted(sought, found),
                    "the archive has no entry %s; it holds: %s".formatted(sought, found));
        }
        return wanted;
    }

    static FileFault nested(String name) {
        String where = name.isEmpty() ? "" : " " + name;
        return new FileFault(
                Reason.WRONG_FORMAT,
                "压缩文件内又有压缩文件%s, 请只压缩一层".formatted(where),
                "it is packed twice%s: pack it once".formatted(where));
    }

    private static List<ZipEntry> wanted(List<ZipEntry> files, FeedFormat format) {
        String entries = format.common().entries();
        if (entries != null) {
            Pattern pattern = pattern(entries);
            return files.stream()
                    .filter(entry -> pattern.matcher(entry.getName()).matches()
                            || pattern.matcher(last(entry)).matches())
                    .toList();
        }
        if (files.size() == 1) {
            return files;
        }
        return files.stream()
                .filter(entry -> {
                    String name = entry.getName().toLowerCase(Locale.ROOT);
                    return format.suffixes().stream().anyMatch(name::endsWith);
                })
                .toList();
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static boolean isWorkbook(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).endsWith(".xlsx");
    }

    private static String last(ZipEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    /** Opens an archive whose names are UTF-8 or, as Chinese Windows writes them, GBK. */
    private static ZipFile named(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            if (String.valueOf(e.getMessage()).contains("bad entry name")) {
                return new ZipFile(file.toFile(), CHINESE);
            }
            throw e;
        }
    }
}
