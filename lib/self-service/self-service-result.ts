/** The result of a verb on one's own signatures. Errors in a form are shown on the session's page. */
export type SelfServiceResult = { ok: true; locale: string } | { ok: false; reason: 'session_unknown' }
