package org.sise.server.house;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.sise.ledger.audit.AuditLog;
import org.sise.supervision.approval.ApprovalMatters;
import org.sise.supervision.approval.ApprovalQuestions;
import org.sise.supervision.approval.FirstChecks;
import org.sise.supervision.catalogue.CheckItems;
import org.sise.supervision.commitment.CommitmentKinds;
import org.sise.supervision.commitment.CommitmentWatch;
import org.sise.supervision.commitment.Commitments;
import org.sise.supervision.discretion.Benchmarks;
import org.sise.supervision.discretion.PenaltyBenchmark;
import org.sise.supervision.follow.LedgerFollower;
import org.sise.supervision.follow.LedgerWatch;
import org.sise.supervision.holiday.HolidayNotices;
import org.sise.supervision.listing.ListingGrounds;
import org.sise.supervision.listing.ListingWatch;
import org.sise.supervision.listing.Listings;
import org.sise.supervision.measure.MeasureCatalogue;
import org.sise.supervision.measure.MeasureProposals;
import org.sise.supervision.measure.MeasureWatch;
import org.sise.supervision.measure.Measures;
import org.sise.supervision.reminder.ReminderWatch;
import org.sise.supervision.reminder.Reminders;
import org.sise.supervision.review.CaseReviews;
import org.sise.supervision.review.ReviewQuestions;
import org.sise.supervision.step.RuleFigures;
import org.sise.supervision.talk.Talks;
import org.sise.supervision.visit.Visits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** What follows from records: measures, listings, commitments, slips, talks, reviews, approval's question. */
@Configuration(proxyBeanMethods = false)
class ConsequenceConfiguration {

    @Bean
    MeasureCatalogue measureCatalogue() {
        return MeasureCatalogue.standard();
    }

    @Bean
    Measures measures(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            MeasureCatalogue catalogue,
            HolidayNotices holidays,
            Clock clock) {
        return new Measures(dataSource, transactions, audit, catalogue, RuleFigures.standard(), holidays::plus, clock);
    }

    @Bean
    MeasureProposals measureProposals(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            MeasureCatalogue catalogue,
            Clock clock) {
        return new MeasureProposals(dataSource, transactions, audit, catalogue, clock);
    }

    @Bean
    MeasureWatch measureWatch(
            DataSource dataSource, PlatformTransactionManager transactions, Measures measures, Clock clock) {
        return new MeasureWatch(dataSource, transactions, measures, clock);
    }

    @Bean
    ListingGrounds listingGrounds() {
        return ListingGrounds.standard();
    }

    @Bean
    Listings listings(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            ListingGrounds grounds,
            HolidayNotices holidays,
            Clock clock) {
        return new Listings(dataSource, transactions, audit, grounds, RuleFigures.standard(), holidays::plus, clock);
    }

    @Bean
    ListingWatch listingWatch(DataSource dataSource, Listings listings, Clock clock) {
        return new ListingWatch(dataSource, listings, clock);
    }

    @Bean
    CommitmentKinds commitmentKinds() {
        return CommitmentKinds.standard();
    }

    @Bean
    Commitments commitments(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            CommitmentKinds kinds,
            CheckItems items,
            Clock clock) {
        return new Commitments(dataSource, transactions, audit, kinds, items, clock);
    }

    @Bean
    CommitmentWatch commitmentWatch(DataSource dataSource, Commitments commitments) {
        return new CommitmentWatch(dataSource, commitments);
    }

    @Bean
    Benchmarks benchmarks() {
        return Benchmarks.standard();
    }

    @Bean
    PenaltyBenchmark penaltyBenchmark(DataSource dataSource, Benchmarks benchmarks) {
        return new PenaltyBenchmark(dataSource, benchmarks);
    }

    @Bean
    CaseReviews caseReviews(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            AuditLog audit,
            Benchmarks benchmarks,
            Clock clock) {
        return new CaseReviews(dataSource, transactions, audit, ReviewQuestions.standard(), benchmarks, clock);
    }

    @Bean
    Talks talks(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Talks(dataSource, transactions, audit, RuleFigures.standard(), clock);
    }

    @Bean
    Reminders reminders(DataSource dataSource, PlatformTransactionManager transactions, AuditLog audit, Clock clock) {
        return new Reminders(dataSource, transactions, audit, clock);
    }

    @Bean
    ReminderWatch reminderWatch(Reminders reminders) {
        return new ReminderWatch(reminders);
    }

    @Bean
    ApprovalMatters approvalMatters() {
        return ApprovalMatters.standard();
    }

    @Bean
    ApprovalQuestions approvalQuestions(
            DataSource dataSource, ApprovalMatters matters, Commitments commitments, Clock clock) {
        return new ApprovalQuestions(dataSource, matters, commitments, clock);
    }

    @Bean
    FirstChecks firstChecks(DataSource dataSource, ApprovalMatters matters, Visits visits, Clock clock) {
        return new FirstChecks(dataSource, matters, visits, clock);
    }

    @Bean
    LedgerWatch ledgerWatch(
            DataSource dataSource, PlatformTransactionManager transactions, List<LedgerFollower> followers) {
        return new LedgerWatch(dataSource, transactions, followers);
    }
}
