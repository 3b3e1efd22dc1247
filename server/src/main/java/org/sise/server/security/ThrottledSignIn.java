package org.sise.server.security;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Checks name and password against the accounts, unless the name is locked. */
final class ThrottledSignIn implements AuthenticationProvider {

    private final DaoAuthenticationProvider accounts;
    private final LoginThrottle throttle;

    ThrottledSignIn(Accounts accounts, PasswordEncoder encoder, LoginThrottle throttle) {
        this.accounts = new DaoAuthenticationProvider(name -> accounts.find(name)
                .flatMap(account -> accounts.passwordOf(name).map(password -> new SignedIn(account, password)))
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(name)));
        this.accounts.setPasswordEncoder(encoder);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName();
        if (throttle.isLocked(name)) {
            throw new LockedException("too many failed sign-ins as " + name);
        }
        try {
            Authentication result = accounts.authenticate(request);
            throttle.succeeded(name);
            return result;
        } catch (BadCredentialsException e) {
            throttle.failed(name);
            throw e;
        }
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
