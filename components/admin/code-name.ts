import { tOf } from './words'

/** A code in words: the state of a signature, bulk action or request, a reason, or how a signer appears. */
export function codeName(code: string): string {
  return tOf('code', code) ?? capital(code.replaceAll('_', ' '))
}

/** Capitalises a text. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
