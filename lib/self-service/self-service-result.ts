/** What a verb on one's own signatures came to. What was wrong in a form is said on the session's page. */
export type SelfServiceResult = { ok: true; locale: string } | { ok: false; reason: 'session_unknown' }
