/** The name under which pasted lines are kept, also while they wait to be confirmed. */
export const INVITATIONS_FORM = 'invitations'
