import { tOf } from './words'

/** A code as staff read it: a state of a signature, a bulk action or a request, a reason, how a signer appears. */
export function codeName(code: string): string {
  return tOf('code', code) ?? capital(code.replaceAll('_', ' '))
}

/** The same text with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
