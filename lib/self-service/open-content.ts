import { openWithToken } from '@/lib/vault/seal-with-token'
import { type AccessContent, accessContent } from './access-content'

/** What was encrypted under a token, or null where it is another's or was altered. */
export function openContent(token: string, sealed: Buffer): AccessContent | null {
  try {
    return accessContent.parse(openWithToken(token, sealed))
  } catch {
    return null
  }
}
