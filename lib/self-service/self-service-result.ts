/** The result of a verb on one's own signatures. `errors`: nothing was changed, and the session's page says why. */
export type SelfServiceResult =
  | { ok: true; locale: string; errors?: Record<string, string[]> }
  | { ok: false; reason: 'session_unknown' }
