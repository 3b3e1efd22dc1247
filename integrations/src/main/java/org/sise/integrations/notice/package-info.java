/** Notices to departments: from the ledger's outbox by HTTP, folder or Kafka, and their feedback back. */
@NullMarked
package org.sise.integrations.notice;

import org.jspecify.annotations.NullMarked;
