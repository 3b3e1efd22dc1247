package org.sise.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The pages of one test in the shared browser, each in a context of its own. Dialogs are accepted. Behind each test all are
 * closed, and anything that the console told is a failure.
 */
final class Browsing implements AfterEachCallback {

    /** A desk's screen and a phone's, in pixels. */
    static final int DESK = 1280;

    static final int PHONE = 390;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Somebody with an account, in Chinese, at a desk. */
    Page signIn(String name) {
        return signIn("zh-CN", name, DESK);
    }

    Page signIn(String locale, String name, int width) {
        return signIn(page(locale, width), name);
    }

    private static Page signIn(Page page, String name) {
        page.navigate(ServerFixture.server().url("/"));
        page.locator("#username").fill(name);
        page.locator("#password").fill(ServerFixture.PASSWORD);
        page.locator("form.stack button").click();
        page.waitForURL(url -> !url.contains("/login"));
        page.waitForLoadState(LoadState.LOAD);
        return page;
    }

    /** Somebody who has not signed in. */
    Page page(String locale, int width) {
        BrowserContext context = Chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setLocale(locale)
                        .setViewportSize(width, width < 500 ? 844 : 900)
                        .setHasTouch(width < 500)
                        .setAcceptDownloads(true));
        contexts.add(context);
        Page page = context.newPage();
        page.onDialog(Dialog::accept);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    /** What the console told so far, for a test that expects something there. */
    List<String> complaints() {
        return complaints;
    }

    /** Keeps a picture where {@code sise.pictures} names a folder. */
    static void shoot(Page page, String name) {
        String folder = System.getProperty("sise.pictures");
        if (folder != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(folder, name + ".png"))
                    .setFullPage(true));
        }
    }

    @Override
    public void afterEach(ExtensionContext test) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        List<String> told = List.copyOf(complaints);
        complaints.clear();
        assertThat(told).isEmpty();
    }
}
