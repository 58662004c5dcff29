import type { NamesTo } from '../manifest'

/** Who gets names, as a request for approval holds it: one a line, the key first. */
export function formatNamesTo(namesTo: NamesTo): string {
  return namesTo.map(({ addressee, key }) => `${key} ${addressee}`).join('\n')
}

/** The same, read again. */
export function parseNamesTo(text: string): NamesTo {
  return text.split('\n').map((line) => {
    const [key = '', ...office] = line.split(' ')
    return { addressee: office.join(' '), key }
  })
}
