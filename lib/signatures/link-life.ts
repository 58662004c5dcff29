/** Days for which a mailed link can confirm its form. After that the unconfirmed form is deleted. */
export const LINK_LIFE_DAYS = 7

/** Days after which the reminder of a form is sent: two days before its link expires. */
export const REMIND_AFTER_DAYS = LINK_LIFE_DAYS - 2

/**
 * SQL predicate: the form `f` is the one of its person and petition that gets a reminder: their first that did not look
 * suspicious, unless they refused reminders. Until `REMIND_AFTER_DAYS` have passed, the reminder is still to come.
 */
export const isRemindedOf = `(NOT f.suspicious AND NOT f.no_reminder AND NOT EXISTS (
    SELECT FROM pending_signature o WHERE o.petition_id = f.petition_id AND o.email_index = f.email_index
      AND NOT o.suspicious AND (o.received_at, o.form) < (f.received_at, f.form)))`
