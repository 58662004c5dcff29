/**
 * Columns of a file, and whether they are personal: they reveal who signed. An exact time is, to anybody who observed
 * the network then, so files without approval contain days only.
 */
const columns = {
  reference: { personal: false },
  state: { personal: false },
  country: { personal: false },
  language: { personal: false },
  via: { personal: false },
  has_comment: { personal: false },
  signed_on: { personal: false },
  confirmed_on: { personal: false },
  counted_on: { personal: false },
  /** In full, as initials or empty. Signers were promised that their name is given in no other form. */
  name: { personal: true },
  received_at: { personal: true },
  confirmed_at: { personal: true },
  /** Only of signers who asked for updates. Signers were promised that addresses are not handed over. */
  email: { personal: true },
} satisfies Record<string, { personal: boolean }>

export type Column = keyof typeof columns

/** All columns in the order of the file. */
export const allColumns = Object.keys(columns) as Column[]

/** Tells whether a column reveals who signed. */
export function isPersonal(column: Column): boolean {
  return columns[column].personal
}

/** Tells whether a stored column name is personal. The column may no longer exist. */
export function isPersonalColumn(name: string): boolean {
  return allColumns.some((column) => column === name && isPersonal(column))
}
