package org.sise.server.web;

import java.util.List;
import org.sise.server.security.AccessSettings;
import org.sise.server.security.Account;
import org.sise.server.security.Accounts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The sign-in page. In demo mode it lists the accounts. */
@Controller
final class SignInController {

    private final Accounts accounts;
    private final AccessSettings settings;

    SignInController(Accounts accounts, AccessSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping("/login")
    String login(Model model) {
        List<Account> demo = settings.demo() ? accounts.demoAccounts() : List.of();
        model.addAttribute("demo", demo);
        model.addAttribute("demoPassword", settings.demoPassword());
        return "login";
    }
}
