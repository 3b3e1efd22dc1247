package org.sise.core.record;

/**
 * An alert of off-site supervision (非现场监管预警), such as a kitchen camera's; its date is the day of the alert.
 *
 * @param header what every record says
 * @param matter what was noticed
 * @param level how grave it is
 */
public record Alert(RecordHeader header, String matter, SafetyLevel level) implements CreditRecord {}
