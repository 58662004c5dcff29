import { openWithToken } from '@/lib/vault/seal-with-token'
import { type OwnContent, ownContent } from './own-content'

/** What was encrypted under a token, or null where it is another's or was altered. */
export function openContent(token: string, sealed: Buffer): OwnContent | null {
  try {
    return ownContent.parse(openWithToken(token, sealed))
  } catch {
    return null
  }
}
