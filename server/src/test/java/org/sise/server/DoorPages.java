package org.sise.server;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What an officer and a manager do with their hands on the pages of a visit. */
final class DoorPages {

    private DoorPages() {}

    /** Writes a finding down, with a photograph or without. */
    static void find(Page page, String item, String result, String note, @Nullable FilePayload picture) {
        Locator card = page.locator("#item-" + item);
        card.locator("select").selectOption(result);
        card.locator("textarea").fill(note);
        if (picture != null) {
            card.locator("input[type=file]").setInputFiles(picture);
        }
        card.locator("#save-" + item).click();
        page.locator("#item-" + item + " .state.done").waitFor();
    }

    static void signByFinger(Page page) {
        page.locator("#signer").fill("店长");
        Locator pad = page.locator("canvas[data-ready]");
        pad.scrollIntoViewIfNeeded();
        var box = pad.boundingBox();
        page.mouse().move(box.x + 30, box.y + 40);
        page.mouse().down();
        page.mouse().move(box.x + 120, box.y + 70);
        page.mouse().move(box.x + 200, box.y + 30);
        page.mouse().up();
        page.locator("#sign").click();
    }

    /** The picture of the code that a page shows. */
    static FilePayload shown(Page page) {
        String address = page.locator("#code-picture").getAttribute("src");
        return new FilePayload(
                "code.png", "image/png", Base64.getDecoder().decode(address.substring(address.indexOf(',') + 1)));
    }
}
