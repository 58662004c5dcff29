import { parse } from 'tldts'

export interface Part {
  text: string
  /** An address of a page or a mailbox, or a telephone number. */
  isContact: boolean
}

/** A possible telephone number, seven digits or more with the usual signs between them; otherwise a word. */
const candidates = /(?<number>\+?\p{Nd}(?:[\s()./-]{0,2}\p{Nd}){6,})|[^\s<>"'(),;]+/gu

/**
 * Cuts a comment where it names a page, a mailbox or a telephone number, as advertisements and leaks of other people's
 * details do. A day in digits counts as a number, too: this marks for a reader, and decides nothing.
 * @returns the whole text in parts, in order
 */
export function contactsIn(text: string): Part[] {
  const parts: Part[] = []
  let end = 0
  for (const { 0: found, index, groups } of text.matchAll(candidates)) {
    if (!groups?.number && !isAddress(found)) continue
    if (index > end) parts.push({ text: text.slice(end, index), isContact: false })
    parts.push({ text: found, isContact: true })
    end = index + found.length
  }
  if (end < text.length) parts.push({ text: text.slice(end), isContact: false })
  return parts
}

function isAddress(word: string): boolean {
  if (!/\p{L}{2}/u.test(word) || !word.includes('.')) return false
  const { isIcann, domain } = parse(word.replace(/[.!?:]+$/, ''))
  return domain !== null && isIcann === true
}
