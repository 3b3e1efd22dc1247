package org.sise.server.demo;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** 登记注册: every business, once. */
final class Register implements Department {

    @Override
    public CityFeed feed() {
        return CityFeed.REGISTER;
    }

    @Override
    public void write(Business business, FeedFolder into) throws IOException {
        into.row(sample(business));
    }

    @Override
    public @Nullable Object[] sample(Business business) {
        return new @Nullable Object[] {
            business.code(),
            business.name(),
            form(business),
            business.head().name(),
            business.head().identityNumber(),
            business.capitalWan(),
            business.founded(),
            business.status(),
            business.trade().industry(),
            business.district().code(),
            business.address(),
            business.trade().scope()
        };
    }

    private static String form(Business business) {
        if (business.name().endsWith("分店")) {
            return "有限责任公司分公司(自然人投资或控股)";
        }
        return !business.company() ? "个体工商户" : business.name().endsWith("股份有限公司") ? "股份有限公司(非上市)" : "有限责任公司(自然人投资或控股)";
    }
}
