package org.sise.server.web.door;

import org.sise.server.desk.CodeDesk;
import org.sise.server.desk.VisitDesk;
import org.sise.server.security.SignedIn;
import org.sise.server.web.sign.QrCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The code that an officer's phone shows: the one of now, which changes by itself, or one to carry along. */
@Controller
final class CodeController {

    private static final int PIXELS = 640;

    private final CodeDesk codes;
    private final VisitDesk visits;

    CodeController(CodeDesk codes, VisitDesk visits) {
        this.codes = codes;
        this.visits = visits;
    }

    @GetMapping("/visits/{id}/code")
    String show(@PathVariable long id, @AuthenticationPrincipal SignedIn signedIn, Model model) {
        return page(id, codes.toShow(id, signedIn.account(), origin()), false, model);
    }

    @GetMapping("/visits/{id}/code/carried")
    String carry(
            @PathVariable long id,
            @RequestParam(defaultValue = "4") int hours,
            @AuthenticationPrincipal SignedIn signedIn,
            Model model) {
        return page(id, codes.toCarry(id, signedIn.account(), hours, origin()), true, model);
    }

    private String page(long id, CodeDesk.ShownCode code, boolean carried, Model model) {
        model.addAttribute("shown", visits.show(id));
        model.addAttribute("code", code);
        model.addAttribute("picture", QrCode.forScreen(code.address()).dataAddress(PIXELS));
        model.addAttribute("carried", carried);
        model.addAttribute("mostHours", codes.mostHours());
        return "door/code";
    }

    private static String origin() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }
}
