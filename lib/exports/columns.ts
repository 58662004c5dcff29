/**
 * Columns of a file, and whether they show who signed. An exact time does, to anybody who observed the network then: files
 * without approval hold days.
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
  /** In full, as initials or empty: signers were promised that it is handed over no other way. */
  name: { personal: true },
  received_at: { personal: true },
  confirmed_at: { personal: true },
  /** Only of signers who asked for updates. Signers were promised that no address is handed over. */
  email: { personal: true },
} satisfies Record<string, { personal: boolean }>

export type Column = keyof typeof columns

/** All of them, in the order of the file. */
export const allColumns = Object.keys(columns) as Column[]

/** Whether it shows who signed. */
export function isPersonal(column: Column): boolean {
  return columns[column].personal
}

/** Whether a stored column name is personal. It may be the name of a column that no longer exists. */
export function isPersonalColumn(name: string): boolean {
  return allColumns.some((column) => column === name && isPersonal(column))
}
