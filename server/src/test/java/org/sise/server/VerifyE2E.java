package org.sise.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sise.supervision.draw.DrawFaultsException;
import org.sise.supervision.draw.DrawFolder;
import org.sise.supervision.draw.DrawPlan;

/**
 * The page that verifies draws, in a real browser and opened as a file, without any server. Its script shares nothing with
 * the draw in Java, which makes the folders.
 */
class VerifyE2E {

    private static final String SECRET = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private static final String OTHER = "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    private static Browser browser;

    private final List<String> complaints = new ArrayList<>();

    @TempDir
    private Path folder;

    private BrowserContext context;
    private Page page;

    @BeforeAll
    static void start() {
        browser = Chromium.browser();
    }

    @BeforeEach
    void open() throws URISyntaxException {
        context = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
        page = watched();
        page.navigate(Objects.requireNonNull(getClass().getResource("/static/verify.html"))
                .toURI()
                .toString());
    }

    @AfterEach
    void the_console_is_silent() {
        context.close();
        assertThat(complaints).isEmpty();
    }

    @Test
    void a_published_folder_comes_out_to_the_byte() throws Exception {
        draw(folder, SECRET, 900);
        check(folder);
        verified();
        assertThat(page.locator("#fact-seed")).hasText(field("seed"));
        assertThat(page.locator("#fact-root")).hasText(field("objects_root"));
        assertThat(page.locator("#strata tbody tr")).hasCount(3);
        assertThat(page.locator("#checks")).containsText("WebCrypto 重算，一致");
        assertThat(page.locator("#no-beacon")).isHidden();
    }

    @Test
    void an_archive_comes_out_like_its_folder() throws Exception {
        draw(folder, SECRET, 60);
        Path zip = folder.resolve("plan.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files(folder)) {
                out.putNextEntry(new ZipEntry("计划/" + file.getFileName()));
                out.write(Files.readAllBytes(file));
                out.closeEntry();
            }
        }
        page.locator("#files").setInputFiles(zip);
        verified();
    }

    @Test
    void quotes_names_beyond_the_first_plane_and_equal_loads_are_read_as_the_draw_reads_them() throws Exception {
        write(
                "objects.csv",
                "stratum,code\n\"红, \"\"一\"\"\",码\uD83D\uDE00\n\"红, \"\"一\"\"\",码\uFF01\nBLUE,\"A,1\"\nBLUE,A\n");
        write("inspectors.csv", "certificate,name,max_load,note\n证1,\"李, \"\"四\"\"\",1,x\n证2,\"两\n行\",9,\n证3,丙,9,\n");
        write("items.csv", "item,mandatory\nF-2,false\nF-1,true\nF-10,false\nF-1a,true\n");
        write("recusals.csv", "certificate,code\n证2,A\n证3,A\n");
        write("transcript.json", """
            {"scheme":"sise-draw/1","plan":"引号 \\"q\\"","commitment":"%s","secret":"%s",
             "beacon":{"source":"none","value":""},
             "strata":[{"stratum":"BLUE","ratio":"1.00"},{"stratum":"红, \\"一\\"","ratio":"0.51"}],
             "items_per_object":1}\
            """.formatted(DrawPlan.commitmentTo(SECRET), SECRET));
        DrawFolder.at(folder).run();
        check(folder);
        verified();
        assertThat(page.locator("#no-beacon")).isVisible();
        assertThat(page.locator("#fact-unassigned")).hasText("1");
    }

    @Test
    void a_folder_without_objects_has_a_root_too() throws Exception {
        draw(folder, SECRET, 0);
        check(folder);
        verified();
    }

    @ParameterizedTest
    @ValueSource(strings = {"added", "removed", "changed"})
    void an_object_row_that_was_changed_is_found_and_named_with_a_kept_copy(String mutation) throws Exception {
        draw(folder, SECRET, 60);
        Path kept = copy();
        String text = read("objects.csv");
        String row = text.lines().skip(7).findFirst().orElseThrow();
        String other = row.startsWith("BLUE") ? row.replace("BLUE", "RED") : "BLUE" + row.substring(row.indexOf(','));
        write(
                "objects.csv",
                switch (mutation) {
                    case "added" -> text + "BLUE,91210100999999999X\n";
                    case "removed" -> text.replace(row + "\n", "");
                    default -> text.replace(row, other);
                });
        check(folder);
        differs("OBJECTS_ROOT");
        differs("SEED_BY_OBJECTS");
        page.locator("#more summary").click();
        page.locator("#kept").setInputFiles(files(kept).toArray(Path[]::new));
        assertThat(page.locator("#kept-note")).containsText("objects.csv");
        page.locator("#again").click();
        Locator named = page.locator(
                "#differences tr[data-kind=ROW_%s]".formatted(mutation.toUpperCase(java.util.Locale.ROOT)));
        assertThat(named).hasCount(1);
        assertThat(named).containsText(mutation.equals("added") ? "91210100999999999X" : row);
    }

    @Test
    void an_object_row_given_twice_is_named_with_both_lines() throws Exception {
        draw(folder, SECRET, 60);
        String text = read("objects.csv");
        write("objects.csv", text + text.lines().skip(4).findFirst().orElseThrow() + "\n");
        check(folder);
        differs("FROZEN_FILE");
        assertThat(page.locator("#differences tbody")).containsText("objects.csv:62");
        assertThat(page.locator("#differences tbody")).containsText("与第 5 行重复");
    }

    @Test
    void another_roster_shows_as_other_inspectors_and_not_as_another_list() throws Exception {
        draw(folder, SECRET, 60);
        write("inspectors.csv", read("inspectors.csv").replace("LN3,执法人员3,20", "LN3,执法人员3,0"));
        check(folder);
        differs("SEED");
        differs("INSPECTORS");
        assertThat(page.locator("#differences tr[data-kind=MISSING]")).hasCount(0);
    }

    @Test
    void a_listed_business_that_was_swapped_is_named() throws Exception {
        draw(folder, SECRET, 60);
        String listed = read("transcript.json").replaceAll("(?s).*?\"code\": \"([^\"]+)\".*", "$1");
        write("transcript.json", read("transcript.json").replace("\"" + listed + "\"", "\"91210100888888888X\""));
        check(folder);
        differs("NOT_IN_POOL");
        differs("MISSING");
        assertThat(page.locator("#differences tr[data-kind=MISSING]")).containsText(listed);
    }

    @Test
    void other_spaces_alone_are_other_bytes() throws Exception {
        draw(folder, SECRET, 60);
        write("transcript.json", read("transcript.json") + "\n");
        check(folder);
        differs("BYTES");
        assertThat(page.locator("#differences tbody tr")).hasCount(1);
    }

    @Test
    void a_secret_that_is_not_the_committed_one_is_found() throws Exception {
        draw(folder, SECRET, 60);
        write("transcript.json", read("transcript.json").replace(SECRET, OTHER));
        check(folder);
        differs("COMMITMENT");
    }

    @Test
    void a_plan_drawn_anew_agrees_with_itself_and_not_with_its_announcement() throws Exception {
        draw(folder, SECRET, 60);
        String announced = "commitment=%s; objects_root=%s 2023-08-23T23:00:00+08:00"
                .formatted(DrawPlan.commitmentTo(SECRET), field("objects_root"));
        page.locator("#more summary").click();
        page.locator("#announced").fill(announced);
        check(folder);
        verified();
        Files.delete(folder.resolve("transcript.json"));
        draw(folder, OTHER, 60);
        check(folder);
        differs("REDRAWN");
        assertThat(page.locator("#differences tbody tr")).hasCount(1);
    }

    @Test
    void a_commitment_later_than_its_beacon_is_found() throws Exception {
        draw(folder, SECRET, 60);
        page.locator("#more summary").click();
        page.locator("#announced").fill("commitment=%s 2023-08-24 00:00:00".formatted(DrawPlan.commitmentTo(SECRET)));
        check(folder);
        differs("LATE");
        assertThat(page.locator("#differences tr[data-kind=LATE]")).containsText("2023-08-23T15:59:24");
    }

    @Test
    void a_folder_with_a_file_missing_cannot_be_verified() throws Exception {
        draw(folder, SECRET, 60);
        Files.delete(folder.resolve("recusals.csv"));
        check(folder);
        assertThat(page.locator("html[data-state=refused]")).hasCount(1);
        assertThat(page.locator("#detail")).containsText("缺少文件：recusals.csv");
    }

    @Test
    void a_large_pool_is_worked_off_in_slices() throws Exception {
        draw(folder, SECRET, 200_000);
        check(folder);
        verified();
        assertThat(Integer.parseInt(Objects.requireNonNull(page.locator("html").getAttribute("data-slices"))))
                .isGreaterThan(10);
    }

    @Test
    void the_server_hands_the_page_out_under_a_policy_of_its_own() {
        ServerFixture server = ServerFixture.server();
        Page served = watched();
        served.navigate(server.url("/static/verify.html"));
        served.locator("#files").setInputFiles(new Path[0]);
        assertThat(served.locator("h1")).containsText("核验公开抽取");
        assertThat(served.evaluate("getComputedStyle(document.querySelector('header')).backgroundColor"))
                .isEqualTo("rgb(18, 54, 95)");
        served.navigate(server.url("/static/verify.html?plan=2026-Q4-0000-000000"));
        assertThat(served.locator("html[data-state=refused]")).hasCount(1);
        assertThat(served.locator("#detail")).containsText("未公布");
        assertThat(complaints.removeIf(complaint -> complaint.contains("404")))
                .as("the browser itself tells of what is not there")
                .isTrue();
    }

    private Page watched() {
        Page opened = context.newPage();
        opened.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        opened.onPageError(complaints::add);
        return opened;
    }

    private void check(Path from) throws IOException {
        page.locator("#files").setInputFiles(files(from).toArray(Path[]::new));
    }

    private void verified() {
        assertThat(page.locator("html[data-state=verified]"))
                .hasCount(
                        1,
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions()
                                .setTimeout(120_000));
        assertThat(page.locator("#said")).containsText("核对一致");
        assertThat(page.locator("#differences-card")).isHidden();
    }

    private void differs(String kind) {
        assertThat(page.locator("html[data-state=differs]")).hasCount(1);
        assertThat(page.locator("#differences tr[data-kind=" + kind + "]").first())
                .isVisible();
    }

    /** A folder with a draw by Java: three colours, nine inspectors, five items. */
    private static void draw(Path into, String secret, int size) throws IOException, DrawFaultsException {
        StringBuilder objects = new StringBuilder("stratum,code\n");
        StringBuilder inspectors = new StringBuilder("certificate,name,max_load\n");
        StringBuilder recusals = new StringBuilder("certificate,code\n");
        List<String> colours = List.of("RED", "YELLOW", "BLUE");
        for (int n = 0; n < size; n++) {
            String code = "91210100%09dX".formatted(n * 7919L % 1_000_000_007L);
            objects.append(colours.get(n % 3)).append(',').append(code).append('\n');
            if (n < 40) {
                recusals.append("LN").append(n % 9).append(',').append(code).append('\n');
            }
        }
        for (int n = 0; n < 9; n++) {
            inspectors.append("LN%d,执法人员%d,20\n".formatted(n, n));
        }
        Files.writeString(into.resolve("objects.csv"), objects);
        Files.writeString(into.resolve("inspectors.csv"), inspectors);
        Files.writeString(
                into.resolve("items.csv"), "item,mandatory\nF-1,true\nF-2,false\nF-3,false\nF-4,false\nF-5,true\n");
        Files.writeString(into.resolve("recusals.csv"), recusals);
        Files.writeString(into.resolve("transcript.json"), """
            {"scheme":"sise-draw/1","plan":"2026-Q4-0001-210100","commitment":"%s","secret":"%s",
             "beacon":{"source":"drand quicknet round 1000",
                       "value":"fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd"},
             "strata":[{"stratum":"RED","ratio":"%s"},{"stratum":"YELLOW","ratio":"0.05"},{"stratum":"BLUE","ratio":"0.003"}],
             "items_per_object":2}\
            """.formatted(
                        DrawPlan.commitmentTo(secret), secret, size > 1000 ? "0.01" : "0.2"));
        DrawFolder.at(into).run();
    }

    private Path copy() throws IOException {
        Path kept = Files.createDirectory(folder.resolve("kept"));
        for (Path file : files(folder)) {
            Files.copy(file, kept.resolve(file.getFileName()));
        }
        return kept;
    }

    private static List<Path> files(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private String field(String name) throws IOException {
        return read("transcript.json").replaceAll("(?s).*\"" + name + "\": \"([^\"]+)\".*", "$1");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
