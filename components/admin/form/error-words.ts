/** Error messages of admin fields, by code. */
const words: Record<string, string> = {
  missing: 'Fill this in.',
  too_long: 'This is too long.',
  bad_characters: 'It contains a character that cannot be stored, such as a control character.',
  direction_marks: 'It contains hidden marks that reverse the writing direction. Delete it and type it again.',
  invalid: 'This is incomplete, or not in the required format.',
  unknown: 'Not found.',
  date: 'Enter a valid date in the required format.',
  future: 'This date is in the future.',
  number: 'Enter a whole number, 1 or more, in digits.',
  too_many: 'That is more than one entry can hold. Split it into several.',
  taken: 'This already exists.',
  contact_taken: 'This address is a contact already, of this or another member.',
  contacts_full: 'A member has at most five contacts. Remove one first.',
  member_left: 'This member has left the coalition.',
  fixed: 'This can no longer be changed.',
  before: 'This is earlier than the date it must follow.',
  markup: 'Write plain text: marks of HTML or Markdown would be shown as they are.',
  placeholder: 'Braces may only hold the words that the hint names.',
  https: 'Enter a whole address that begins with https://.',
  webhook_address: 'Use a host name without user name, port or fragment, such as https://example.org/webhook.',
  contact: 'Enter an email address, or a whole address that begins with https://.',
  waits: 'Approval already requested.',
  letter_not_open: 'The letter is not open.',
  letter_unknown: 'Letter not found.',
  member_unknown: 'Member not found.',
  already_signed: 'This organisation has already signed.',
  petition_unknown: 'Choose a petition that is open, or closed and not yet delivered.',
  file_missing: 'Choose the file.',
  file_too_large: 'The file is larger than 10 MB.',
  file_type: 'The file is not a PDF, PNG, JPEG or WebP.',
  file_broken: 'The file is damaged, or something was added to it. Export it again from the program it was made with.',
  file_metadata:
    'The picture carries more than the picture, such as where, when and with what it was taken. Export it without metadata.',
  file_active: 'The PDF contains scripts, attached files, links to programs, or is encrypted. Print it to a new PDF.',
  file_known: 'This file has already been added.',
  scan_missing: 'Choose the scan file.',
  scan_too_large: 'The file is larger than 8 MB. Scan it in grey or at 150 dots per inch.',
  scan_type: 'The file is not a PDF, JPEG or PNG.',
  scan_known: 'This scan has already been entered.',
  serial_known: 'A sheet with this serial has already been entered. If yours is a copy, leave the serial empty.',
}

export function errorWords(codes: string[] | undefined): string | null {
  const [code] = codes ?? []
  return code ? (words[code] ?? 'This cannot be accepted as it is.') : null
}
