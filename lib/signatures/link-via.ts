import { memberCodes } from '@/lib/coalition/member-code'
import { blindIndex, blindIndexes } from '@/lib/vault/blind-index'

const PURPOSE = 'link-via'
const BYTES = 9

/**
 * The tag in a mailed link of the member whose link led to the form, so that the code outlives the form: a keyed hash
 * of code and token, which only this site can compare, and which is different in every mail.
 */
export function viaTag(token: string, code: string): string {
  return shortened(blindIndex(PURPOSE, `${token} ${code}`))
}

/** The code behind a link's tag; null if it is no present member's, or another link's. */
export async function viaOfTag(token: string, tag: string | null): Promise<string | null> {
  if (!tag || tag.length !== (BYTES / 3) * 4) return null
  for (const code of await memberCodes())
    if (blindIndexes(PURPOSE, `${token} ${code}`).some((index) => shortened(index) === tag)) return code
  return null
}

function shortened(index: Buffer): string {
  return index.subarray(0, BYTES).toString('base64url')
}
