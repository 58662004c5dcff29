import { domainToASCII, domainToUnicode } from 'node:url'

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/
/** The last label of an internet domain is letters, of any script: `1.1` would be a number to a machine. */
const TOP = /^(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/
const PLAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/
/** No registry assigns domains with these (RFC 5892), and some look like the end of a domain: U+2044, U+2215. */
const SIGNS = /(?![-.\u00b7\u05f3\u05f4\u30fb])[\p{P}\p{Sm}]/u
const DOTS = /[\u3002\uff0e\uff61]/g

/**
 * Reads the domain of an email address: in lower case, internationalised labels in ASCII (UTS #46). Node's function
 * for that reads a URL's host: it stops at `/`, decodes `%61`, drops soft hyphens and line feeds, and makes numbers of
 * `0x7f.1`. So every label has to come back from it as it was typed, but for case and width.
 * @param typed one dot at its end is none of the domain
 * @returns null where it is no domain that mail can reach
 */
export function readDomain(typed: string): string | null {
  // Nearly every domain: nothing to convert.
  if (typed.length <= 253 && PLAIN.test(typed) && !typed.includes('xn--')) return typed
  const wanted = lower(inOneWidth(typed)).replace(DOTS, '.').replace(/\.$/, '').normalize('NFC')
  // Printable ASCII and other scripts: what has a meaning in a URL never gets to its parser.
  if (wanted.length > 253 || !/^[a-z0-9.-]*$/.test(wanted.replace(/[^\0-\x7f]/g, ''))) return null
  const ascii = domainToASCII(wanted)
  const labels = ascii.split('.')
  if (labels.length < 2 || ascii.length > 253 || !TOP.test(labels.at(-1) ?? '')) return null
  return labels.every((label) => LABEL.test(label)) && isSame(wanted, ascii) ? ascii : null
}

/** Whether the domain in ASCII is the same, label by label. */
function isSame(wanted: string, ascii: string): boolean {
  const unicode = domainToUnicode(ascii)
  const [typed, labels, shown] = [wanted.split('.'), ascii.split('.'), unicode.split('.')]
  return (
    !SIGNS.test(unicode) &&
    // Since Node 24 its function lets pass what only looks encoded, and leaves it as it is here.
    !shown.some((label) => label.startsWith('xn--')) &&
    typed.length === labels.length &&
    typed.every((label, i) => (label === labels[i] || label === shown[i]) && !/^-|-$/.test(label))
  )
}

/** Letter by letter: lower-casing a whole text would change the sigma at the end of a Greek word. */
function lower(text: string): string {
  return Array.from(text, (letter) => letter.toLowerCase()).join('')
}

/** Letters of full or half width, as East Asian keyboards produce them, in normal width. */
export function inOneWidth(text: string): string {
  return text.replace(/[\uff01-\uffef]+/g, (run) => run.normalize('NFKC'))
}
