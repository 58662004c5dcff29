/** Every code that `error` can hold, and what it means. Codes stay; the words for people may change. */
export const errorCodes = {
  bad_request: 'The request cannot be understood.',
  busy: 'The server has too much to do. Try again after `Retry-After`.',
  dismissed: 'Its signer said that this form was not theirs.',
  email_invalid: 'This is not an email address.',
  empty: 'There is nothing to read in the text.',
  expired: 'The form was not confirmed in time and counts for nothing. It can be sent again.',
  held: 'It is confirmed, and somebody of the coalition reads it before it is counted.',
  link_unknown: 'The link is unknown, used or expired.',
  malformed: 'The body is not what its Content-Type says.',
  method_not_allowed: 'The address takes another method: see `Allow`.',
  not_configured: 'The site takes no such reports.',
  not_counted: 'It is not counted, so there is no receipt.',
  not_found: 'There is no such address.',
  not_open: 'The invitation was used or withdrawn, or the letter is closed.',
  not_signed: 'The report is not signed by the mail provider.',
  not_yet: 'It is counted; the receipt can be made in some seconds. Try again after `Retry-After`.',
  pack_unknown: 'There is no such pack, or it is not made yet.',
  petition_closed: 'The petition takes no more signatures.',
  petition_unknown: 'There is no such petition.',
  rate_limited: 'Too many from this network, or to this address, within the hour. Solve `task`, or wait.',
  removed: 'The coalition removed this signature.',
  session_unknown: 'The session is unknown or over, or holds no such signature.',
  superseded: 'Another form of the same address was confirmed, and counts instead.',
  token_unknown: 'The token is not one that was mailed, or what it stood for is gone.',
  too_large: 'The body is larger than 64 KB.',
  unavailable: 'It could not be stored or made at the moment. Try again after `Retry-After`.',
  unsupported_type: 'Send JSON, `application/x-www-form-urlencoded` or `multipart/form-data`.',
  withdrawn: 'It was withdrawn.',
} as const

export type ErrorCode = keyof typeof errorCodes

/** Every code that `codes` can hold for a field. */
export const fieldCodes = {
  bad_characters: 'Characters that are not text.',
  direction_marks: 'Invisible marks that turn the direction of the text.',
  domain: 'The part after the @ receives no mail, or cannot.',
  hidden: 'Invisible characters in the address.',
  invalid: 'Not what the field takes.',
  missing: 'The field is needed.',
  not_text: 'JSON holds a number, a list or an object where the form has text.',
  taken: 'Another invitation has signed for this organisation.',
  text_changed: 'The petition’s text changed meanwhile: read it again, and send its SHA-256.',
  too_long: 'Longer than `maxLength`, in Unicode code points.',
  unknown: 'None of the values that the field takes.',
} as const
