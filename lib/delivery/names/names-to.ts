import type { NamesTo } from '../manifest'

/** Formats the recipients of names for a request for approval: one per line, the key first. */
export function formatNamesTo(namesTo: NamesTo): string {
  return namesTo.map(({ addressee, key }) => `${key} ${addressee}`).join('\n')
}

/** Parses the text of `formatNamesTo`. */
export function parseNamesTo(text: string): NamesTo {
  return text.split('\n').map((line) => {
    const [key = '', ...office] = line.split(' ')
    return { addressee: office.join(' '), key }
  })
}
