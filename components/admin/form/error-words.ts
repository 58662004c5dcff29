/** What is wrong with a field of the desk, by its code. */
const words: Record<string, string> = {
  missing: 'Fill this in.',
  too_long: 'This is too long.',
  bad_characters: 'There is a character in it that cannot be kept, such as a control character.',
  direction_marks:
    'There are hidden marks in it that turn the direction of writing around. Delete it and type it again.',
  invalid: 'This is not whole, or not in the form that is asked for.',
  unknown: 'There is no such thing.',
  date: 'Write a date that exists, as asked for.',
  future: 'This lies in the future.',
  number: 'Write a whole number, 1 or more, in digits.',
  too_many: 'That is more than one entry may hold. Enter it in parts.',
  taken: 'There is one like that already.',
  fixed: 'This cannot be changed any more.',
  before: 'This lies before the date it follows.',
  waits: 'This has been asked for already; it waits for a second person.',
  letter_not_open: 'The letter is not open.',
  letter_unknown: 'There is no such letter.',
  member_unknown: 'There is no such member.',
  already_signed: 'This organisation has signed already.',
  petition_unknown: 'Choose a petition that is open, or closed and not handed over yet.',
  scan_missing: 'Choose the file of the scan.',
  scan_too_large: 'The file is larger than 8 MB. Scan it in grey or at 150 dots per inch.',
  scan_type: 'The file is no PDF, JPEG or PNG.',
  scan_known: 'This scan has been entered already.',
}

export function errorWords(codes: string[] | undefined): string | null {
  const [code] = codes ?? []
  return code ? (words[code] ?? 'This cannot be taken as it is.') : null
}
