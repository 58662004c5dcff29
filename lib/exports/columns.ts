/**
 * Columns of a file, and whether they show who signed. An exact time does, to anybody who observed the network then: files
 * without approval hold days.
 */
const columns = {
  reference: { personal: false, means: 'reference number' },
  state: { personal: false, means: 'state' },
  country: {
    personal: false,
    means: 'claimed country (alone, without a second person: where the public table names it)',
  },
  language: { personal: false, means: 'language of the page' },
  via: { personal: false, means: 'member code' },
  has_comment: { personal: false, means: 'whether there is a comment' },
  signed_on: { personal: false, means: 'the day on which it was signed (UTC)' },
  confirmed_on: { personal: false, means: 'the day on which it was confirmed (UTC)' },
  counted_on: { personal: false, means: 'the day on which it was counted (UTC)' },
  /** In full, as initials or empty: signers were promised that it is handed over no other way. */
  name: { personal: true, means: 'name, as its signer chose to appear' },
  received_at: { personal: true, means: 'the time at which it was signed (UTC; after ten days only the day is kept)' },
  confirmed_at: { personal: true, means: 'the time at which it was confirmed (UTC; likewise)' },
  /** Only of signers who asked for updates. Signers were promised that no address is handed over. */
  email: { personal: true, means: 'e-mail, of those alone who asked for updates' },
} satisfies Record<string, { personal: boolean; means: string }>

export type Column = keyof typeof columns

/** All of them, in the order of the file. */
export const allColumns = Object.keys(columns) as Column[]

/** Whether it shows who signed. */
export function isPersonal(column: Column): boolean {
  return columns[column].personal
}

/** For the form. */
export function meaningOf(column: Column): string {
  return columns[column].means
}
