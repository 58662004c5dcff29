import { familyOf, hyphenTags, nameInDomain, unseenMarks } from './providers'
import { registrableDomain } from './registrable-domain'

/**
 * The mailbox that an address most probably leads to: without its tag, and following the provider's other domains and
 * rules. Several people may share one, and the guess may be wrong, so it is used for counting only (signatures beyond a
 * few of one mailbox are reviewed) and never as the key that merges two signatures.
 * @param canonical as `canonicalEmail` gives it
 */
export function mailboxOf(canonical: string): string {
  const at = canonical.lastIndexOf('@')
  const host = canonical.slice(at + 1)
  const owner = registrableDomain(host)
  if (nameInDomain.has(owner) && host !== owner) {
    const account = host
      .slice(0, -owner.length - 1)
      .split('.')
      .at(-1)
    return `${account}@${owner}`
  }
  const domain = familyOf.get(host) ?? host
  const local = canonical.slice(0, at)
  const untagged = before(hyphenTags.has(domain) ? before(local, '-') : local, '+')
  const marks = unseenMarks.get(domain)
  return `${(marks && untagged.replace(marks, '')) || untagged}@${domain}`
}

/** The text before the first such mark, or all of it. */
function before(text: string, mark: string): string {
  const at = text.indexOf(mark)
  return at > 0 ? text.slice(0, at) : text
}
