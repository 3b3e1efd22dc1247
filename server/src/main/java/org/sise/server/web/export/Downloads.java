package org.sise.server.web.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Answers that a browser keeps as files. */
public final class Downloads {

    /** The media type of XLSX. */
    public static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    /** The media type of CSV. */
    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private Downloads() {}

    /** Fills a table. */
    @FunctionalInterface
    public interface Filling {
        /** Writes all rows. */
        void fill(SheetWriter sheet) throws IOException;
    }

    /**
     * Sends a table as a file, row by row.
     *
     * @param extension {@code csv} or {@code xlsx}
     */
    public static void table(
            HttpServletResponse response, String name, String extension, List<String> header, Filling filling)
            throws IOException {
        boolean xlsx = extension.equals("xlsx");
        response.setContentType((xlsx ? XLSX : CSV).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name + "." + extension));
        OutputStream out = response.getOutputStream();
        try (SheetWriter sheet = xlsx ? new XlsxSheet(out, name, header) : new CsvSheet(out, header)) {
            filling.fill(sheet);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The value of the header {@code Content-Disposition} that gives a download its name. */
    public static String disposition(String file) {
        return ContentDisposition.attachment()
                .filename(file, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
