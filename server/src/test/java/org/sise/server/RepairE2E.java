package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.sise.core.code.CreditCode;
import org.sise.core.grade.Grade;
import org.sise.ledger.audit.AuditEntry;
import org.sise.ledger.audit.AuditLog;

/** The way back in a real browser: a red company applies, two officials accept and decide, and the colour follows. */
class RepairE2E {

    private static final byte[] PDF = "%PDF-1.7 receipt of the fine".getBytes(StandardCharsets.UTF_8);

    private static ServerFixture server;

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @BeforeAll
    static void start() {
        server = ServerFixture.server();
    }

    @Test
    void a_red_company_applies_an_official_accepts_another_decides_and_the_colour_follows() throws IOException {
        RepairHouse house = new RepairHouse(server, 1);
        Page company = browsing.signIn(house.account);
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator(".verdict .badge")).containsText("红");
        PlaywrightAssertions.assertThat(company.locator("#plan-leads")).containsText("橙");
        PlaywrightAssertions.assertThat(company.locator("#steps tbody tr")).hasCount(1);
        Download pdf =
                company.waitForDownload(() -> company.locator("#plan-pdf").click());
        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF-".getBytes(StandardCharsets.UTF_8));
        Browsing.shoot(company, "repair-desk");

        company.locator("#steps tbody a").first().click();
        company.locator("#statement").fill("罚款已缴清，违法行为已改正");
        Browsing.shoot(company, "repair-apply");
        company.locator("#begin").click();
        PlaywrightAssertions.assertThat(company.locator("#missing")).containsText("证明");
        company.locator("#submit").click();
        PlaywrightAssertions.assertThat(company.locator("#problem")).containsText("信用承诺书签字");
        company.locator("#file").setInputFiles(new FilePayload("缴款凭证.png", "image/png", PDF));
        company.locator("#upload").click();
        PlaywrightAssertions.assertThat(company.locator("#problem")).containsText("与内容（PDF）不符");
        company.locator("#file").setInputFiles(new FilePayload("缴款凭证.pdf", "application/pdf", PDF));
        company.locator("#upload").click();
        PlaywrightAssertions.assertThat(company.locator("#files")).containsText("缴款凭证.pdf");
        company.locator("#signer").fill("张三");
        company.locator("#submit").click();
        PlaywrightAssertions.assertThat(company.locator("#case-state")).hasText("已提交，待受理");
        Browsing.shoot(company, "repair-own");
        String number = company.url().substring(company.url().lastIndexOf('/') + 1);

        Page regulator = browsing.signIn("regulator");
        regulator.navigate(server.url("/repairs"));
        Browsing.shoot(regulator, "repair-list");
        regulator
                .locator("#open tbody a", new Page.LocatorOptions().setHasText(number))
                .first()
                .click();
        PlaywrightAssertions.assertThat(regulator.locator("#rules")).containsText("发改委令第36号");
        Download material = regulator.waitForDownload(
                () -> regulator.locator("#files a").first().click());
        assertThat(Files.readAllBytes(material.path())).isEqualTo(PDF);
        regulator.locator("#accept").click();
        PlaywrightAssertions.assertThat(regulator.locator("#case-state")).hasText("已受理");
        PlaywrightAssertions.assertThat(regulator.locator("#second-person")).isVisible();
        assertThat(regulator.locator("#grant").count()).isZero();

        Page approver = browsing.signIn("approver");
        approver.navigate(server.url("/repairs/" + number));
        Browsing.shoot(approver, "repair-show");
        approver.locator("#note").fill("材料属实");
        approver.locator("#grant").click();
        PlaywrightAssertions.assertThat(approver.locator("#case-state")).hasText("已修复");
        PlaywrightAssertions.assertThat(approver.locator("#record-state")).hasText("已修复");

        house.awaitColour(Grade.ORANGE);
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator(".verdict .badge")).containsText("橙");
        assertThat(server.bean(AuditLog.class).latest(house.code, 50).reversed().stream()
                        .map(AuditEntry::action))
                .containsExactly(
                        "repair-begun",
                        "repair-material-added",
                        "repair-submitted",
                        "repair-accepted",
                        "repair-granted");
        DoorFixture.on(server);
        Page officer = browsing.signIn("zh-CN", DoorFixture.accountOf(DoorFixture.FIRST), Browsing.PHONE);
        officer.navigate(server.url("/scan"));
        officer.locator("#text").fill(DoorFixture.sign(new CreditCode(house.code)));
        officer.locator("#send").click();
        PlaywrightAssertions.assertThat(officer.locator(".answer .badge.orange"))
                .isVisible();
        Page auditor = browsing.signIn("auditor");
        auditor.navigate(server.url("/audit?object=" + house.code));
        PlaywrightAssertions.assertThat(auditor.locator("#audit")).containsText("准予修复");
        auditor.locator("#audit-verify").click();
        PlaywrightAssertions.assertThat(auditor.locator("#audit-verdict .done")).isVisible();
    }

    @Test
    void the_desk_is_read_on_a_phone_in_english() {
        RepairHouse house = new RepairHouse(server, 2);
        Page company = browsing.signIn("en-GB", house.account, Browsing.PHONE);
        company.navigate(server.url("/desk"));
        PlaywrightAssertions.assertThat(company.locator("#plan-leads")).containsText("Orange");
        PlaywrightAssertions.assertThat(company.locator("#public tbody tr")).hasCount(4);
        assertThat((Boolean) company.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
        Browsing.shoot(company, "repair-phone");
    }
}
