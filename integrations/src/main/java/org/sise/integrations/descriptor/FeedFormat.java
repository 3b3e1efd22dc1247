package org.sise.integrations.descriptor;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of a feed's files. A file that is gzipped or zipped is seen to be so. */
public sealed interface FeedFormat {

    /** What can be said of files of every form. */
    Common common();

    /** How names of such files end, in lower case. */
    default List<String> suffixes() {
        return switch (this) {
            case Csv _ -> List.of(".csv", ".tsv", ".txt");
            case Xlsx _ -> List.of(".xlsx");
            case Json _ -> List.of(".json");
            case JsonLines _ -> List.of(".jsonl", ".ndjson", ".json");
            case Xml _ -> List.of(".xml");
            case Bods _ -> List.of(".json", ".jsonl", ".ndjson");
        };
    }

    /**
     * What can be said of files of every form.
     *
     * @param aliases from a column's name in this descriptor to other names that files give it, the likeliest first
     * @param optional columns of the mapping that a file may lack
     * @param entries a pattern with {@code *} and {@code ?} for the entries of archives that hold rows, or null: those
     *     whose names end as the form's do
     * @param unpacked how much a compressed file may unpack to, in bytes
     */
    record Common(
            Map<String, List<String>> aliases,
            Set<String> optional,
            @Nullable String entries,
            long unpacked) {
        /** No aliases, all columns needed, entries by their names' ends, 16 GiB. */
        public static final Common USUAL = new Common(Map.of(), Set.of(), null, 16L << 30);
    }

    /**
     * Delimited text by RFC 4180.
     *
     * @param charset the encoding; a byte order mark of UTF-8 is skipped
     * @param delimiter what stands between cells
     * @param quoted whether a cell may stand in quotes; else a quote is a character like any other
     * @param skip how many lines come before the columns' names, or before the rows where names are given here
     * @param columns the columns' names when the file does not name them, or none
     * @param common what can be said of every form
     */
    record Csv(Charset charset, char delimiter, boolean quoted, int skip, List<String> columns, Common common)
            implements FeedFormat {
        /** With quotes, a first line of columns' names and nothing unusual. */
        public Csv(Charset charset, char delimiter) {
            this(charset, delimiter, true, 0, List.of(), Common.USUAL);
        }
    }

    /**
     * One sheet of an Office Open XML workbook.
     *
     * @param sheet the sheet's number from 1, when it has no name here
     * @param name the sheet's name, or null
     * @param skip how many rows come before the columns' names, such as a title
     * @param columns the columns' names when the sheet does not name them, or none
     * @param common what can be said of every form
     */
    record Xlsx(int sheet, @Nullable String name, int skip, List<String> columns, Common common) implements FeedFormat {
        /** With a first row of columns' names and nothing unusual. */
        public Xlsx(int sheet, @Nullable String name) {
            this(sheet, name, 0, List.of(), Common.USUAL);
        }
    }

    /**
     * One JSON document that holds an array of objects.
     *
     * @param charset the encoding
     * @param rows the names that lead from the root to the array; none when the root is the array
     * @param common what can be said of every form
     */
    record Json(Charset charset, List<String> rows, Common common) implements FeedFormat {}

    /**
     * A JSON object on each line.
     *
     * @param charset the encoding
     * @param common what can be said of every form
     */
    record JsonLines(Charset charset, Common common) implements FeedFormat {}

    /**
     * An XML document with an element for each row.
     *
     * @param charset the encoding, or null: as the document declares it, else UTF-8
     * @param row the local name of a row's element
     * @param common what can be said of every form
     */
    record Xml(@Nullable Charset charset, String row, Common common) implements FeedFormat {}

    /**
     * Statements of the Beneficial Ownership Data Standard 0.4, a JSON array or one on each line; each interest of a
     * relationship's latest statement is a row.
     *
     * @param codeSchemes schemes, or names of schemes, whose identifiers are credit codes
     * @param personSchemes schemes, or names of schemes, whose identifiers are numbers of identity documents, the most
     *     telling first
     * @param common what can be said of every form
     */
    record Bods(List<String> codeSchemes, List<String> personSchemes, Common common) implements FeedFormat {
        /** The columns of the rows; which they are stands in docs/feed-bods.md. */
        public static final List<String> COLUMNS = List.of(
                "statementId",
                "statementDate",
                "recordId",
                "recordType",
                "recordStatus",
                "declaration",
                "declarationSubject",
                "isComponent",
                "subject.record",
                "subject.name",
                "subject.code",
                "interestedParty.record",
                "interestedParty.type",
                "interestedParty.kind",
                "interestedParty.name",
                "interestedParty.code",
                "interestedParty.number",
                "interest.id",
                "interest.type",
                "interest.details",
                "interest.directOrIndirect",
                "interest.beneficialOwnershipOrControl",
                "interest.exact",
                "interest.minimum",
                "interest.maximum",
                "interest.exclusiveMinimum",
                "interest.exclusiveMaximum",
                "interest.startDate",
                "interest.endDate",
                "ended",
                "source.type",
                "source.description",
                "source.url",
                "publisher");
    }
}
