/** The names under which a session keeps pasted lines: those with errors, and those that wait to be confirmed. */
export const invitationDrafts = { typed: 'invitations', reviewed: 'invitations to confirm' }
