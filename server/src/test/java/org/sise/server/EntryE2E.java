package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.business.Businesses;
import org.sise.supervision.entry.Condition;
import org.sise.supervision.roster.RecusalKind;
import org.sise.supervision.roster.Recusals;
import org.sise.supervision.visit.Visit;
import org.sise.supervision.visit.VisitKind;
import org.sise.supervision.visit.Window;

/**
 * The door on a phone's screen, both ways, from pictures that ZXing made and jsQR reads in the browser. Anything on the
 * console is a failure.
 */
class EntryE2E {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    private static ServerFixture server;
    private static DoorFixture door;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
        door = DoorFixture.on(server);
    }

    @Test
    void from_the_printed_sign_to_the_new_colour_and_the_rating() throws IOException {
        CreditCode shop = door.business(Grade.YELLOW);
        Visit visit = door.approved(shop, DoorFixture.FIRST, DoorFixture.SECOND);
        Page first = officer(DoorFixture.FIRST);
        first.navigate(server.url("/businesses/" + shop.value() + "/sign"));
        PlaywrightAssertions.assertThat(first.locator("main")).containsText("12345");
        Download png = first.waitForDownload(() -> first.locator("#sign-png").click());
        Download pdf = first.waitForDownload(() -> first.locator("#sign-pdf").click());
        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        FilePayload sign = new FilePayload("sign.png", "image/png", Files.readAllBytes(png.path()));

        // The code on the officer's phone, scanned by somebody of the business.
        first.navigate(server.url("/visits/" + visit.id() + "/code"));
        String scanned = first.locator("#code-text").textContent();
        Page owner = phone("zh-CN");
        owner.navigate(server.url("/enter"));
        owner.locator("#enter-form [data-picture]").setInputFiles(DoorPages.shown(first));
        PlaywrightAssertions.assertThat(owner.locator(".answer.green")).containsText("任务真实有效");
        PlaywrightAssertions.assertThat(owner.locator("#text")).hasValue(Pattern.compile("/enter#" + scanned + "$"));
        PlaywrightAssertions.assertThat(owner.locator(".officers")).containsText(DoorFixture.SECOND);
        PlaywrightAssertions.assertThat(owner.locator(".items")).containsText("CI083");
        PlaywrightAssertions.assertThat(owner.locator(".complaint")).containsText("12345");
        PlaywrightAssertions.assertThat(owner.locator("#answer")).not().containsText("12315-9");

        scanPicture(first, sign);
        PlaywrightAssertions.assertThat(first.locator(".answer.green .badge.yellow"))
                .isVisible();
        PlaywrightAssertions.assertThat(first.locator("[data-notice=WAITING_FOR_COLLEAGUE]"))
                .isVisible();
        Page second = officer(DoorFixture.SECOND);
        scanPicture(second, sign);
        PlaywrightAssertions.assertThat(second.locator(".answer.green")).isVisible();
        PlaywrightAssertions.assertThat(second.locator("[data-notice]")).hasCount(0);
        second.locator("#to-visit").click();

        DoorPages.find(second, "CI001", "no-problem", "", null);
        DoorPages.find(
                second,
                "CI083",
                "obstructed",
                "拒绝提供票据",
                new FilePayload("a.png", "image/png", Files.readAllBytes(png.path())));
        PlaywrightAssertions.assertThat(second.locator("#item-CI083 .digest"))
                .hasText(Pattern.compile("SHA-256 [0-9a-f]{64}"));
        assertThat(second.locator("#item-CI083 img").evaluate("image => image.decode().then(() => image.naturalWidth)"))
                .isNotEqualTo(0);
        DoorPages.signByFinger(second);
        PlaywrightAssertions.assertThat(second.locator("#signature-picture")).isVisible();
        second.locator("#scan-out").click();
        second.locator("#scan-form [data-picture]").setInputFiles(sign);
        PlaywrightAssertions.assertThat(second.locator("#visit-state")).hasText("检查中");
        first.navigate(server.url("/scan?out=" + visit.id()));
        first.locator("#scan-form [data-picture]").setInputFiles(sign);
        PlaywrightAssertions.assertThat(first.locator("#visit-state")).hasText("已结束");
        PlaywrightAssertions.assertThat(first.locator("#result")).containsText("不配合检查情节严重");

        await().atMost(LONGEST)
                .until(() -> server.bean(Businesses.class)
                                .find(shop.value())
                                .orElseThrow()
                                .grade()
                        == Grade.ORANGE);
        scanPicture(first, sign);
        PlaywrightAssertions.assertThat(first.locator("[data-condition=VISIT_OVER]"))
                .isVisible();
        PlaywrightAssertions.assertThat(first.locator(".answer .badge.orange")).isVisible();

        owner.locator("input[name=score][value='2']").check();
        owner.locator("#rate").click();
        PlaywrightAssertions.assertThat(owner.locator("[data-rated]")).isVisible();
        PlaywrightAssertions.assertThat(owner.locator("#rating-form")).isHidden();
        first.navigate(server.url("/visits/" + visit.id()));
        PlaywrightAssertions.assertThat(first.locator("#rating")).containsText("2 分");
    }

    /** One refusal. */
    private record Refusal(Condition condition, String certificate, String text) {}

    @Test
    void every_condition_of_an_officers_entry_is_refused_with_its_reason_and_remedy() {
        Window now = new Window(door.today, door.lastDay());
        List<String> both = List.of(DoorFixture.FIRST, DoorFixture.SECOND);
        List<String> items = DoorFixture.ITEMS;
        List<Refusal> refusals = new ArrayList<>();

        refusals.add(
                new Refusal(Condition.CODE_UNREADABLE, DoorFixture.FIRST, "https://example.com/" + "x".repeat(20)));
        refusals.add(at(Condition.NO_APPROVED_TASK, DoorFixture.FIRST, door.business(Grade.YELLOW)));
        CreditCode shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, items, List.of(DoorFixture.SECOND, DoorFixture.ELSEWHERE), now, "PLANNED");
        refusals.add(at(Condition.NOT_ASSIGNED, DoorFixture.FIRST, shop));
        refusals.add(at(Condition.WRONG_DISTRICT, DoorFixture.ELSEWHERE, shop));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, List.of("CI001", "X-1"), both, now, "PLANNED");
        refusals.add(at(Condition.ITEM_UNPUBLISHED, DoorFixture.FIRST, shop));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, items, List.of(DoorFixture.FIRST), now, "PLANNED");
        refusals.add(at(Condition.TOO_FEW_OFFICERS, DoorFixture.FIRST, shop));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, items, List.of(DoorFixture.EXPIRED, DoorFixture.REVOKED), now, "PLANNED");
        refusals.add(at(Condition.CERTIFICATE_EXPIRED, DoorFixture.EXPIRED, shop));
        refusals.add(at(Condition.CERTIFICATE_REVOKED, DoorFixture.REVOKED, shop));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, items, both, now, "PLANNED");
        server.bean(Recusals.class).declare(DoorFixture.FIRST, shop, RecusalKind.FAMILY, "亲属", "test");
        refusals.add(at(Condition.RECUSED, DoorFixture.FIRST, shop));
        shop = door.business(Grade.YELLOW);
        Window past = new Window(door.today.withDayOfYear(1), door.today.withDayOfYear(1));
        door.visit(shop, VisitKind.CLUE, items, both, past, "PLANNED");
        refusals.add(at(Condition.OUTSIDE_WINDOW, DoorFixture.FIRST, shop));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.DAILY, items, List.of(DoorFixture.ELSEWHERE), past, "DONE");
        door.visit(shop, VisitKind.DAILY);
        refusals.add(at(Condition.CAP_REACHED, DoorFixture.FIRST, shop));
        shop = door.business(Grade.BLUE);
        door.visit(shop, VisitKind.DAILY);
        refusals.add(at(Condition.BLUE_UNCALLED, DoorFixture.FIRST, shop));
        refusals.add(at(Condition.BUSINESS_CLOSED, DoorFixture.FIRST, door.closedBusiness()));
        refusals.add(at(Condition.BUSINESS_UNKNOWN, DoorFixture.FIRST, new CreditCode("91350100M000100Y43")));
        shop = door.business(Grade.YELLOW);
        door.visit(shop, VisitKind.CLUE, items, both, now, "DONE");
        refusals.add(at(Condition.VISIT_OVER, DoorFixture.FIRST, shop));
        CreditCode entered = door.business(Grade.YELLOW);
        door.visit(entered, VisitKind.CLUE);

        Map<String, Page> pages = new HashMap<>();
        scanText(pages.computeIfAbsent(DoorFixture.FIRST, this::officer), DoorFixture.sign(entered));
        PlaywrightAssertions.assertThat(pages.get(DoorFixture.FIRST).locator(".answer.green"))
                .isVisible();
        refusals.add(at(Condition.ALREADY_IN, DoorFixture.FIRST, entered));
        Set<Condition> shown = EnumSet.noneOf(Condition.class);
        for (Refusal refusal : refusals) {
            Page page = pages.computeIfAbsent(refusal.certificate(), this::officer);
            scanText(page, refusal.text());
            assertRefused(page, refusal.condition());
            shown.add(refusal.condition());
        }
        assertThat(shown).isEqualTo(OF_OFFICERS);

        Page regulator = browsing.signIn("regulator");
        for (Condition condition : OF_OFFICERS) {
            regulator.navigate(server.url("/attempts?condition=" + word(condition)));
            PlaywrightAssertions.assertThat(regulator
                            .locator("#attempts [data-condition=" + condition + "]")
                            .first())
                    .hasText(condition.zh());
        }
        Download csv = regulator.waitForDownload(
                () -> regulator.locator("#attempts-csv").click());
        assertThat(read(csv))
                .contains(OF_OFFICERS.stream()
                        .skip(OF_OFFICERS.size() - 1)
                        .findFirst()
                        .orElseThrow()
                        .zh());
    }

    @Test
    void every_condition_of_a_task_code_is_refused_with_its_reason_and_remedy() {
        Instant now = server.bean(Clock.class).instant();
        Duration valid = Duration.ofSeconds(90);
        CreditCode shop = door.business(Grade.YELLOW);
        long visit = door.visit(shop, VisitKind.CLUE);
        Page owner = phone("zh-CN");
        Map<Condition, String> codes = new EnumMap<>(Condition.class);
        codes.put(Condition.CODE_UNREADABLE, "A".repeat(140));
        codes.put(Condition.CODE_KEY_UNKNOWN, DoorFixture.forged(door.key + 1_000, visit, shop, now));
        codes.put(Condition.CODE_FORGED, DoorFixture.forged(door.key, visit, shop, now));
        codes.put(Condition.CODE_EXPIRED, door.code(visit, 1, shop, now.minus(Duration.ofDays(1)), valid));
        codes.put(Condition.CODE_FROM_THE_FUTURE, door.code(visit, 1, shop, now.plus(Duration.ofMinutes(10)), valid));
        codes.put(Condition.CODE_REVOKED, door.code(visit, 2, shop, now, valid));
        codes.forEach((condition, code) -> {
            enter(owner, code, "");
            assertRefused(owner, condition);
            PlaywrightAssertions.assertThat(owner.locator("#answer .officers")).hasCount(0);
        });
        CreditCode other = door.business(Grade.YELLOW);
        enter(owner, door.code(visit, 1, shop, now, valid), other.value());
        assertRefused(owner, Condition.WRONG_BUSINESS);
        String good = door.code(visit, 1, shop, now, Duration.ofSeconds(91));
        enter(owner, good, shop.value());
        PlaywrightAssertions.assertThat(owner.locator(".answer.green")).isVisible();
        enter(owner, good, shop.value());
        assertRefused(owner, Condition.CODE_REPLAYED);

        Set<Condition> shown = EnumSet.copyOf(codes.keySet());
        shown.addAll(Set.of(Condition.WRONG_BUSINESS, Condition.CODE_REPLAYED));
        shown.addAll(OF_OFFICERS);
        assertThat(shown).containsExactlyInAnyOrder(Condition.values());
    }

    @Test
    void a_phones_clock_that_is_ten_minutes_off_is_told_and_the_servers_time_counts() {
        CreditCode shop = door.business(Grade.YELLOW);
        Visit visit = door.approved(shop, DoorFixture.FIRST, DoorFixture.SECOND);
        Page first = officer(DoorFixture.FIRST);
        first.clock()
                .setFixedTime(
                        System.currentTimeMillis() + Duration.ofMinutes(10).toMillis());
        scanText(first, DoorFixture.sign(shop));
        PlaywrightAssertions.assertThat(first.locator(".answer.green")).isVisible();
        PlaywrightAssertions.assertThat(first.locator("#clock-off")).containsText("快");
        first.navigate(server.url("/visits/" + visit.id() + "/code"));
        String code = first.locator("#code-text").textContent();
        Page owner = phone("en-GB");
        owner.clock()
                .setFixedTime(
                        System.currentTimeMillis() - Duration.ofMinutes(10).toMillis());
        enter(owner, code, shop.value());
        PlaywrightAssertions.assertThat(owner.locator(".answer.green")).containsText("genuine");
        PlaywrightAssertions.assertThat(owner.locator("#clock-off")).containsText("behind");
    }

    @Test
    void the_code_on_the_phone_is_fetched_anew_by_itself() {
        CreditCode shop = door.business(Grade.YELLOW);
        Visit visit = door.approved(shop, DoorFixture.FIRST, DoorFixture.SECOND);
        Page first = officer(DoorFixture.FIRST);
        first.clock().install();
        first.navigate(server.url("/visits/" + visit.id() + "/code"));
        PlaywrightAssertions.assertThat(first.locator("#code[data-counting]")).isVisible();
        first.waitForResponse(
                response -> response.url().endsWith("/code")
                        && response.request().headers().containsKey("hx-request"),
                () -> first.clock().runFor(31_000));
        PlaywrightAssertions.assertThat(first.locator("#code[data-counting] #code-picture"))
                .isVisible();
        assertThat(Integer.parseInt(first.locator("#remaining").textContent())).isBetween(0, 30);
    }

    @Test
    void without_a_network_a_carried_code_is_checked_by_its_signature_and_the_page_says_so() {
        CreditCode shop = door.business(Grade.YELLOW);
        Visit visit = door.approved(shop, DoorFixture.FIRST, DoorFixture.SECOND);
        Page first = officer(DoorFixture.FIRST);
        first.navigate(server.url("/visits/" + visit.id() + "/code"));
        first.locator("#hours").fill("2");
        first.locator("#carry").click();
        PlaywrightAssertions.assertThat(first.locator("#carried-until")).containsText("有效至");
        FilePayload picture = DoorPages.shown(first);
        Instant now = server.bean(Clock.class).instant();

        Page owner = phone("zh-CN");
        owner.navigate(server.url("/static/offline/check.html"));
        PlaywrightAssertions.assertThat(owner.locator("#keys"))
                .hasAttribute("data-keys", Pattern.compile("[1-9][0-9]*"));
        owner.context().setOffline(true);
        owner.locator("#business").fill(shop.value());
        owner.locator("[data-picture]").setInputFiles(picture);
        PlaywrightAssertions.assertThat(owner.locator("#verdict.good")).containsText("离线核验");
        PlaywrightAssertions.assertThat(owner.locator("#verdict")).containsText(shop.value());
        offline(owner, DoorFixture.forged(door.key, visit.id(), shop, now), "code-forged");
        offline(owner, DoorFixture.forged(9_999, visit.id(), shop, now), "code-key-unknown");
        offline(owner, "no code", "code-unreadable");
        offline(
                owner,
                door.code(visit.id(), 1, shop, now.minus(Duration.ofHours(3)), Duration.ofHours(2)),
                "code-expired");
        owner.locator("#business").fill(door.business(Grade.YELLOW).value());
        offline(
                owner,
                door.code(visit.id(), 1, shop, now.plus(Duration.ofMinutes(10)), Duration.ofHours(2)),
                "code-from-the-future wrong-business");
    }

    @Test
    void the_page_for_checking_offline_mends_a_clock_that_is_ten_minutes_off() {
        CreditCode shop = door.business(Grade.YELLOW);
        long visit = door.visit(shop, VisitKind.CLUE);
        Page owner = phone("zh-CN");
        owner.clock()
                .setFixedTime(
                        System.currentTimeMillis() + Duration.ofMinutes(10).toMillis());
        owner.navigate(server.url("/static/offline/check.html"));
        PlaywrightAssertions.assertThat(owner.locator("#keys")).hasAttribute("data-corrected", "true");
        owner.context().setOffline(true);
        owner.locator("#text")
                .fill(door.code(visit, 1, shop, server.bean(Clock.class).instant(), Duration.ofSeconds(90)));
        owner.locator("#check").click();
        PlaywrightAssertions.assertThat(owner.locator("#verdict.good")).isVisible();
    }

    @Test
    void an_emergency_states_its_reason_and_another_person_reviews_it() {
        CreditCode shop = door.business(Grade.YELLOW);
        Page first = officer(DoorFixture.FIRST);
        scanText(first, DoorFixture.sign(shop));
        assertRefused(first, Condition.NO_APPROVED_TASK);
        first.locator("#to-emergency").click();
        first.locator("#reason").fill("燃气泄漏");
        first.locator("#department").fill("应急");
        first.locator("#colleagues").fill(DoorFixture.SECOND);
        first.locator("input[name=item]").first().check();
        first.locator("#enter").click();
        PlaywrightAssertions.assertThat(first.locator("#visit-state")).hasText("检查中");
        PlaywrightAssertions.assertThat(first.locator("main")).containsText("燃气泄漏");
        String visit = first.url().replaceAll(".*/", "");
        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/emergencies?state=waiting"));
        Locator card = regulator.locator("#emergency-" + visit);
        card.locator("input[name=note]").fill("情况属实");
        card.locator(".justified").click();
        PlaywrightAssertions.assertThat(regulator.locator("#emergency-" + visit))
                .containsText("理由成立");
        PlaywrightAssertions.assertThat(regulator.locator("#emergency-" + visit + " form"))
                .hasCount(0);
    }

    @Test
    void a_task_is_proposed_by_an_officer_and_approved_by_somebody_else_within_the_cap() {
        CreditCode shop = door.business(Grade.YELLOW);
        Page first = officer(DoorFixture.FIRST);
        first.navigate(server.url("/tasks/new?business=" + shop.value()));
        first.locator("#kind").selectOption("daily");
        first.locator("#department").fill("市场监管");
        first.locator("#reason").fill("季度检查");
        first.locator("input[name=item]").first().check();
        first.locator("input[name=officer][value='" + DoorFixture.FIRST + "']").check();
        first.locator("#propose").click();
        PlaywrightAssertions.assertThat(first.locator("[data-field=officers]")).containsText("至少 2 名");
        first.locator("input[name=officer][value='" + DoorFixture.SECOND + "']").check();
        first.locator("#propose").click();
        PlaywrightAssertions.assertThat(first.locator("#task-state")).hasText("待批准");
        PlaywrightAssertions.assertThat(first.locator("#approve")).hasCount(0);
        String task = first.url();
        Page approver = browsing.signIn("approver");
        approver.navigate(task);
        approver.locator("#approve").click();
        PlaywrightAssertions.assertThat(approver.locator("#approved")).containsText("成为检查");
        first.navigate(server.url("/visits/mine"));
        String name =
                server.bean(Businesses.class).find(shop.value()).orElseThrow().name();
        first.locator("a.visit-card", new Page.LocatorOptions().setHasText(name))
                .click();
        PlaywrightAssertions.assertThat(first.locator("#visit-state")).hasText("待入企");
    }

    @Test
    void the_camera_is_allowed_where_codes_are_scanned_and_nowhere_else() {
        Page first = officer(DoorFixture.FIRST);
        for (String path : List.of("/scan", "/enter", "/static/offline/check.html")) {
            assertThat(first.navigate(server.url(path)).headerValue("permissions-policy"))
                    .startsWith("camera=(self)");
        }
        for (String path : List.of("/visits/mine", "/visits", "/")) {
            assertThat(first.navigate(server.url(path)).headerValue("permissions-policy"))
                    .startsWith("camera=()");
        }
    }

    private static final Set<Condition> OF_OFFICERS = EnumSet.of(
            Condition.CODE_UNREADABLE,
            Condition.NO_APPROVED_TASK,
            Condition.NOT_ASSIGNED,
            Condition.ITEM_UNPUBLISHED,
            Condition.TOO_FEW_OFFICERS,
            Condition.CERTIFICATE_EXPIRED,
            Condition.CERTIFICATE_REVOKED,
            Condition.RECUSED,
            Condition.WRONG_DISTRICT,
            Condition.OUTSIDE_WINDOW,
            Condition.CAP_REACHED,
            Condition.BLUE_UNCALLED,
            Condition.BUSINESS_CLOSED,
            Condition.BUSINESS_UNKNOWN,
            Condition.ALREADY_IN,
            Condition.VISIT_OVER);

    private static Refusal at(Condition condition, String certificate, CreditCode business) {
        return new Refusal(condition, certificate, DoorFixture.sign(business));
    }

    private static void assertRefused(Page page, Condition condition) {
        Locator line =
                page.locator(".answer.red [data-condition=" + condition + "]").first();
        PlaywrightAssertions.assertThat(line).containsText(condition.zh());
        PlaywrightAssertions.assertThat(line.locator(".remedy")).hasText(condition.remedyZh());
    }

    private static void scanText(Page page, String text) {
        page.navigate(server.url("/scan"));
        page.locator("#text").fill(text);
        page.locator("#send").click();
        page.locator("#answer [data-admitted]").waitFor();
    }

    private static void scanPicture(Page page, FilePayload picture) {
        page.navigate(server.url("/scan"));
        page.locator("#scan-form [data-picture]").setInputFiles(picture);
        page.locator("#answer [data-admitted]").waitFor();
    }

    private static void enter(Page page, String text, String business) {
        page.navigate(server.url("/enter"));
        page.locator("#text").fill(text);
        page.locator("#business").fill(business);
        page.locator("#send").click();
        page.locator("#answer [data-admitted]").waitFor();
    }

    private static void offline(Page page, String text, String failed) {
        page.locator("#text").fill(text);
        page.locator("#check").click();
        PlaywrightAssertions.assertThat(page.locator("#verdict.bad")).hasAttribute("data-failed", failed);
        PlaywrightAssertions.assertThat(page.locator("#verdict.bad")).containsText("离线核验");
    }

    private static String read(Download download) {
        try {
            return Files.readString(download.path(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String word(Condition condition) {
        return condition.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Page officer(String certificate) {
        return browsing.signIn("zh-CN", DoorFixture.accountOf(certificate), Browsing.PHONE);
    }

    private Page phone(String locale) {
        return browsing.page(locale, Browsing.PHONE);
    }
}
